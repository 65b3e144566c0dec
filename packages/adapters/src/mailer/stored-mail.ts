import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";

/** What the attachment is called; it says nothing of anybody. */
export const CALENDAR_FILE = "visit.ics";

/** One message as the local mailer keeps it. */
const storedMail = z.object({
  id: z.string(),
  /** ISO 8601, UTC */
  at: z.string(),
  key: z.string(),
  to: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  calendar: z.object({ method: z.enum(["REQUEST", "CANCEL"]), content: z.string() }).optional(),
});
export type StoredMail = z.infer<typeof storedMail>;

/**
 * Everything the local mailer has taken, newest first. A folder that doesn't exist yet is an empty mailbox.
 * @param dir MAILBOX_DIR
 */
export async function readMailbox(dir: string): Promise<StoredMail[]> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const mails = await Promise.all(
    names
      .filter((name) => name.endsWith(".json"))
      .map(async (name) => storedMail.parse(JSON.parse(await readFile(join(dir, name), "utf8")))),
  );
  return mails.sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
}
