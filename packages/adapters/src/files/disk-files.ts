import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Files, FilesUnavailable, isFileKey } from "@amrutam/ports/files";

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT";

/** @throws FilesUnavailable for what the disk refuses */
async function orUnavailable<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new FilesUnavailable(`the disk refuses: ${(error as NodeJS.ErrnoException).code}`, {
      cause: error,
    });
  }
}

/** Keeps files below a folder: for one machine, whose processes share it. @param root absolute, or from where the process began */
export function diskFiles(root: string): Files {
  const base = resolve(root);
  const pathOf = (key: string) => join(base, key);
  return {
    kind: "local",
    async put(key, content) {
      if (!isFileKey(key)) throw new RangeError("not a key of a file");
      await orUnavailable(async () => {
        await mkdir(dirname(pathOf(key)), { recursive: true });
        // Whoever reads meanwhile finds the whole file or none.
        const half = `${pathOf(key)}.${randomUUID()}`;
        await writeFile(half, content);
        await rename(half, pathOf(key));
      });
    },
    async get(key) {
      if (!isFileKey(key)) return null;
      return orUnavailable(() =>
        readFile(pathOf(key)).catch((error: unknown) => {
          if (isMissing(error)) return null;
          throw error;
        }),
      );
    },
    async remove(key) {
      if (isFileKey(key)) await orUnavailable(() => rm(pathOf(key), { force: true }));
    },
  };
}
