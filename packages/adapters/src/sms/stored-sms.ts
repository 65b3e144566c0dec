import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";

/** Not ".json": those are mails. */
export const SMS_ENDING = ".sms";

/** One short message as the local provider keeps it. */
const storedSms = z.object({
  id: z.string(),
  /** ISO 8601, UTC */
  at: z.string(),
  key: z.string(),
  channel: z.enum(["SMS", "WHATSAPP"]),
  to: z.string(),
  text: z.string(),
});
export type StoredSms = z.infer<typeof storedSms>;

/** Every short message in the mailbox's folder, newest first; none where there is no folder yet. @param dir MAILBOX_DIR */
export async function readSmsBox(dir: string): Promise<StoredSms[]> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const messages = await Promise.all(
    names
      .filter((name) => name.endsWith(SMS_ENDING) && !name.startsWith("."))
      .map(async (name) => storedSms.parse(JSON.parse(await readFile(join(dir, name), "utf8")))),
  );
  return messages.sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
}
