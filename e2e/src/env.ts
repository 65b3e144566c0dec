/** What the tests take from outside, and what the set-up hands to their workers through the environment they inherit. */

/** A browser of the machine instead of the one that npm carries. */
export const chromium = process.env.CHROMIUM || undefined;

/** Set: only write the screenshots of docs/screens. */
export const wantsScreens = process.env.SCREENS === "1";

/** Another folder for them, from the root unless absolute. */
export const screensFolder = process.env.SCREENS_DIR || undefined;

/** Each of them at both widths, in both themes and both languages. */
export const wantsAllLooks = process.env.SCREENS_LOOKS === "all";

/** The JSON line of a `serve` that runs already, started with the keys of ./clinic/served.ts: for writing tests. */
export const alreadyServed = process.env.SERVED || undefined;

const VARIABLE = "AMRUTAM_E2E_SERVED";

export const publish = (json: string): void => {
  process.env[VARIABLE] = json;
};

export const published = (): string | undefined => process.env[VARIABLE];

/** Runs work with another folder for temporary files: the carried browser unpacks to wherever that is. */
export async function withTemporaryFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
