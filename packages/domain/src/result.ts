import type { RefusalCode } from "./refusals";

/** Facts that go to the client beside a code: JSON only, never content of a record. */
export type RefusalDetails = Readonly<Record<string, JsonValue>>;
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export type Ok<T> = Readonly<{ ok: true; value: T }>;
export type Refusal = Readonly<{ ok: false; code: RefusalCode; details?: RefusalDetails }>;

/** An expected outcome: a value, or a refusal with a code. Bugs are thrown, never put in here. */
export type Result<T> = Ok<T> | Refusal;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/** @param details shown to the client as they are: no PHI, nothing about other people */
export const refuse = (code: RefusalCode, details?: RefusalDetails): Refusal =>
  details === undefined ? { ok: false, code } : { ok: false, code, details };
