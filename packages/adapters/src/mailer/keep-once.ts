import { randomUUID } from "node:crypto";
import { link, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A link, not a rename: it fails when the name is taken, so the same key twice is one message, and readers never see half of one. */
export async function keepOnce(dir: string, name: string, content: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const draft = join(dir, `.${name}.${randomUUID()}`);
  try {
    await writeFile(draft, content, { mode: 0o600 });
    await link(draft, join(dir, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
