/**
 * Messages that are rightly written the same in Hindi, or without Devanagari: names, codes, formats. By full key,
 * `namespace.path.to.key`; everything else that equals its English is a forgotten translation.
 */
export const SAME_IN_BOTH: readonly string[] = ["shell.language.switchTo"];
