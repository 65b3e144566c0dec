import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FilesUnavailable } from "@amrutam/ports/files";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diskFiles } from "./disk-files";

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

describe("files on a disk", () => {
  let around = "";
  let root = "";
  beforeEach(async () => {
    around = await mkdtemp(join(tmpdir(), "amrutam-files-"));
    root = join(around, "files");
    await mkdir(root);
  });
  afterEach(() => rm(around, { recursive: true, force: true }));

  it("come back as they were put, are replaced and removed", async () => {
    const files = diskFiles(root);
    expect(await files.get("doctor/a-96.webp")).toBeNull();
    await files.put("doctor/a-96.webp", bytes("one"), "image/webp");
    await files.put("doctor/a-96.webp", bytes("two"), "image/webp");
    expect(Buffer.from((await files.get("doctor/a-96.webp")) ?? []).toString()).toBe("two");
    expect(await readdir(join(root, "doctor"))).toEqual(["a-96.webp"]);
    await files.remove("doctor/a-96.webp");
    await files.remove("doctor/a-96.webp");
    expect(await files.get("doctor/a-96.webp")).toBeNull();
  });

  it.each([
    "../secret.txt",
    "/etc/passwd",
    "doctor/../../secret.txt",
    "doctor/a.webp/../b",
    "a\0.webp",
    "a.webp\n",
    "",
  ])("know no key %j", async (key) => {
    await writeFile(join(around, "secret.txt"), "secret");
    const files = diskFiles(root);
    expect(await files.get(key)).toBeNull();
    await expect(files.put(key, bytes("x"), "text/plain")).rejects.toThrow(RangeError);
  });

  it("say so when the disk refuses", async () => {
    await writeFile(join(root, "doctor"), "a file where a folder should be");
    await expect(diskFiles(root).put("doctor/a.webp", bytes("x"), "image/webp")).rejects.toThrow(
      FilesUnavailable,
    );
  });
});
