import type { PasswordReason } from "@amrutam/domain/auth/password-reasons";
import type { PasswordVerdict } from "@amrutam/domain/auth/password-verdict";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { PASSWORD_MIN } from "@amrutam/domain/text/limits";
import type { MatchExtended, ZxcvbnFactory, ZxcvbnResult } from "@zxcvbn-ts/core";

/** 0 to 4; from 3 on a password withstands offline guessing of a slow hash. */
const ENOUGH = 3;
/** Longer passwords are judged by their beginning: the estimate grows faster than their length. */
const JUDGED_CHARACTERS = 48;
/** Readings of "4" as "a" and the like that are tried. The library's 100 cost ten times as much and find no more. */
const LEET_READINGS = 8;

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
    l33tMaxSubstitutions: LEET_READINGS,
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

/** What the estimator warns of, in our words; whatever it doesn't name is just guessable. */
const WARNED: Readonly<Record<string, PasswordReason>> = {
  straightRow: "keyboard",
  keyPattern: "keyboard",
  simpleRepeat: "repeated",
  extendedRepeat: "repeated",
  sequences: "sequence",
  recentYears: "date",
  dates: "date",
  topTen: "listed",
  topHundred: "listed",
  common: "listed",
  similarToCommon: "listed",
  pwned: "listed",
  wordByItself: "common_words",
  namesByThemselves: "common_words",
  commonNames: "common_words",
  userInputs: "own_words",
};

type Judged = Readonly<{ verdict: PasswordVerdict; isBreached: boolean }>;

const isTooShort = (password: string): boolean => [...password].length < PASSWORD_MIN;

/** @param isShort the whole password is, whatever part of it is judged */
function verdictOn(
  judged: ZxcvbnResult,
  password: string,
  words: readonly string[],
  isShort: boolean,
): Judged {
  const length = Math.min(password.length, JUDGED_CHARACTERS);
  const isBreached = judged.sequence.some(isListed(length));
  const isOwn = isMadeOf(words, password);
  const isAccepted = !isBreached && !isOwn && !isShort && judged.score >= ENOUGH;
  const warned = WARNED[judged.feedback.warning ?? ""];
  // Of a repeated password it helps to know that it is repeated; of any other listed one, that it is listed.
  const reason =
    isBreached && warned !== "repeated" ? "listed" : isOwn ? "own_words" : (warned ?? "guessable");
  const isTyping = isShort && !isBreached && !isOwn && judged.score >= ENOUGH;
  return {
    isBreached,
    verdict: {
      score: isAccepted ? judged.score : Math.min(judged.score, ENOUGH - 1),
      isAccepted,
      reason: isAccepted ? null : isTyping || (isShort && reason === "guessable") ? "too_short" : reason,
    },
  };
}

/** What is left when spaces, stops and the like are taken out; null when that is nothing new. */
function withoutSeparators(password: string): string | null {
  const rest = password.replace(/[^\p{L}\p{M}\p{N}]/gu, "");
  return rest === "" || rest === password ? null : rest;
}

/** The estimator takes each separator for a surprise, so "password password" would be a good one: it is read without too. */
function worseOf(one: Judged, other: Judged): Judged {
  const isBreached = one.isBreached || other.isBreached;
  const worse = other.verdict.score < one.verdict.score && one.verdict.isAccepted ? other : one;
  return { isBreached, verdict: worse.verdict };
}

async function judgeIt(password: string, userInputs: readonly string[]): Promise<Judged> {
  judge ??= load();
  const words = [...userInputs, ...userInputs.flatMap((text) => text.split(/[\s@._-]+/)), "amrutam"].filter(
    Boolean,
  );
  const factory = await judge;
  const verdict = (text: string) => verdictOn(factory.check(text, words), text, words, isTooShort(password));
  const bare = withoutSeparators(password);
  return bare === null ? verdict(password) : worseOf(verdict(password), verdict(bare));
}

/** How a password being typed stands, for the meter beside it. @param userInputs as in {@link checkNewPassword} */
export const passwordStrength = async (
  password: string,
  userInputs: readonly string[],
): Promise<PasswordVerdict> => (await judgeIt(password, userInputs)).verdict;

/**
 * Judges a password being chosen (NIST SP 800-63B-4 §3.1.1.2: a block list with the context's words, no composition rules).
 * @param userInputs name and address of the account: they don't count as secret
 * @returns auth.password_breached for listed and repeated ones, auth.password_weak for other guessable ones, with the
 * reason among the details
 */
export async function checkNewPassword(
  password: string,
  userInputs: readonly string[],
): Promise<Result<null>> {
  const { verdict, isBreached } = await judgeIt(password, userInputs);
  if (verdict.isAccepted) return ok(null);
  return refuse(isBreached ? "auth.password_breached" : "auth.password_weak", { reason: verdict.reason });
}
