/** Controls, direction overrides and halves of characters: nothing a name needs, and much that a line could break on. */
const UNFIT = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/** A name on one line, fit to stand between quotes: a parameter's value has no way to hold one (RFC 5545, 3.2). */
export const plain = (name: string): string =>
  name.replace(UNFIT, " ").replaceAll('"', "'").replace(/\s+/g, " ").trim().slice(0, 200);
