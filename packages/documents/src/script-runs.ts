/** Which of our font files draws a character. A text is cut into runs, since PDF fonts know one script each. */
export type Script = "latin" | "latin-ext" | "devanagari";
export type Run = Readonly<{ script: Script; text: string }>;

/** Code points, from and to. Joiners belong to the script whose letters they join. */
const DEVANAGARI = [
  [0x0900, 0x097f],
  [0x1cd0, 0x1cff],
  [0x200c, 0x200d],
  [0x20b9, 0x20b9],
  [0xa8e0, 0xa8ff],
] as const;
/** The subset that Noto Sans's basic file holds (the `unicode-range` it is published with). */
const LATIN = [
  [0x0000, 0x00ff],
  [0x0131, 0x0131],
  [0x0152, 0x0153],
  [0x02bb, 0x02bc],
  [0x02c6, 0x02c6],
  [0x02da, 0x02da],
  [0x02dc, 0x02dc],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2193],
  [0x2212, 0x2215],
] as const;

const isIn = (ranges: readonly (readonly [number, number])[], code: number) =>
  ranges.some(([from, to]) => from <= code && code <= to);

function scriptOf(character: string): Script {
  const code = character.codePointAt(0) ?? 0;
  if (isIn(DEVANAGARI, code)) return "devanagari";
  return isIn(LATIN, code) ? "latin" : "latin-ext";
}

/** Cuts by script; a space stays with what precedes it. */
export function scriptRuns(text: string): Run[] {
  const runs: { script: Script; text: string }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const script = last && character === " " ? last.script : scriptOf(character);
    if (last?.script === script) last.text += character;
    else runs.push({ script, text: character });
  }
  return runs;
}
