import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { MatchExtended, ZxcvbnFactory } from "@zxcvbn-ts/core";

/** 0 to 4; from 3 on a password withstands offline guessing of a slow hash. */
const ENOUGH = 3;
/** Longer passwords are judged by their beginning: the estimate grows faster than their length. */
const JUDGED_CHARACTERS = 48;

let judge: Promise<ZxcvbnFactory> | undefined;

/** The dictionaries take most of a megabyte: loaded with the first password chosen, and on servers only. */
async function load(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: JUDGED_CHARACTERS,
  });
}

/** Is (nearly) all of it one password from the lists of breached ones, as it is, reversed, in leet or repeated? */
const isListed = (length: number) => (match: MatchExtended) => {
  const { dictionaryName, baseToken } = match as { dictionaryName?: string; baseToken?: unknown };
  const isWhole = match.token.length >= length * 0.75;
  return isWhole && (dictionaryName?.startsWith("passwords") === true || typeof baseToken === "string");
};

/** Letters and digits that must be left when the account's own words are taken out. */
const OWN_LETTERS = 8;

const isMadeOf = (words: readonly string[], password: string): boolean => {
  const rest = words
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(word.toLowerCase(), ""), password.toLowerCase());
  return (rest.match(/[\p{L}\p{N}]/gu) ?? []).length < OWN_LETTERS && rest.length < password.length;
};

/**
 * Judges a password being chosen (NIST SP 800-63B-4 §3.1.1.2: a block list with the context's words, no composition rules).
 * @param userInputs name and address of the account: they don't count as secret
 * @returns auth.password_breached for listed and repeated ones, auth.password_weak for other guessable ones
 */
export async function checkNewPassword(
  password: string,
  userInputs: readonly string[],
): Promise<Result<null>> {
  judge ??= load();
  const words = [...userInputs, ...userInputs.flatMap((text) => text.split(/[\s@._-]+/)), "amrutam"].filter(
    Boolean,
  );
  const judged = (await judge).check(password, words);
  const length = Math.min(password.length, JUDGED_CHARACTERS);
  if (judged.sequence.some(isListed(length))) return refuse("auth.password_breached");
  return judged.score < ENOUGH || isMadeOf(words, password) ? refuse("auth.password_weak") : ok(null);
}
