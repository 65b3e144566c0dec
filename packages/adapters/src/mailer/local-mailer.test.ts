import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localMailer } from "./local-mailer";
import { readMailbox } from "./stored-mail";

const message = { key: "event:1", to: "a@example.org", subject: "S", html: "<p>H</p>", text: "T" };

describe("the local mailer", () => {
  let dir: string;
  let now = 0;
  const clock = { now: () => new Date(1_800_000_000_000 + now++) };
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "mailbox-"));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it("keeps a message whole and lists the newest first", async () => {
    const mailer = localMailer({ dir, clock });
    await mailer.send(message);
    await mailer.send({ ...message, key: "event:2", subject: "नमस्ते" });
    const mails = await readMailbox(dir);
    expect(mails.map((mail) => mail.subject)).toEqual(["नमस्ते", "S"]);
    expect(mails[1]).toMatchObject(message);
    expect(mails[1]).not.toHaveProperty("calendar");
    const calendar = { method: "REQUEST", content: "BEGIN:VCALENDAR\r\n" } as const;
    await mailer.send({ ...message, key: "event:3", calendar });
    expect((await readMailbox(dir))[0]?.calendar).toEqual(calendar);
  });

  it("keeps one message per key, whoever sends it and however often", async () => {
    const mailers = Array.from({ length: 4 }, () => localMailer({ dir, clock }));
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => mailers[i % 4]?.send({ ...message, subject: `try ${i}` })),
    );
    expect(await readMailbox(dir)).toHaveLength(1);
    expect(await readdir(dir)).toHaveLength(1);
  });

  it("can fail before and after keeping, and a retry completes", async () => {
    const faults: ("before" | "after")[] = ["before", "after"];
    const mailer = localMailer({
      dir,
      clock,
      fault: () => {
        const when = faults.shift();
        return when && { when, error: new Error(when) };
      },
    });
    await expect(mailer.send(message)).rejects.toThrow("before");
    expect(await readMailbox(dir)).toHaveLength(0);
    await expect(mailer.send(message)).rejects.toThrow("after");
    await mailer.send(message);
    expect(await readMailbox(dir)).toHaveLength(1);
  });

  it("shows an empty mailbox before the first message", async () => {
    expect(await readMailbox(join(dir, "nowhere"))).toEqual([]);
  });
});
