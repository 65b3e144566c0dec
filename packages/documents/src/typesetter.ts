import { createRequire } from "node:module";
import { type Script, scriptRuns } from "./script-runs";

/** What of pdfkit the typesetter draws on. */
type Canvas = PDFKit.PDFDocument;
export type Weight = "regular" | "bold";
/** Sizes and distances are in points. */
export type TextStyle = Readonly<{ size: number; weight?: Weight; color?: string; leading?: number }>;

const { resolve } = createRequire(import.meta.url);
const WEIGHTS = { regular: 400, bold: 600 } as const;
const FILES: Record<Script, (weight: number) => string> = {
  latin: (weight) => `@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff`,
  "latin-ext": (weight) => `@fontsource/noto-sans/files/noto-sans-latin-ext-${weight}-normal.woff`,
  devanagari: (weight) =>
    `@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-${weight}-normal.woff`,
};
/** Path of the face a document starts with; pdfkit would otherwise load Helvetica. */
export const baseFont = (): string => resolve(FILES.latin(WEIGHTS.regular));

/** Sets lines of mixed scripts on a page: measures, breaks and draws. */
export function typesetter(doc: Canvas) {
  for (const [weight, number] of Object.entries(WEIGHTS))
    for (const [script, file] of Object.entries(FILES))
      doc.registerFont(`${script}-${weight}`, resolve(file(number)));
  const use = (script: Script, { size, weight = "regular" }: TextStyle) =>
    doc.font(`${script}-${weight}`).fontSize(size);

  // Shaping is the costly part and a document repeats its words: each is measured once, at one point.
  const measured = new Map<string, number>();
  function unitWidth(word: string, weight: Weight): number {
    const key = `${weight}
${word}`;
    let width = measured.get(key);
    if (width === undefined) {
      const style = { size: 100, weight };
      width = 0;
      for (const run of scriptRuns(word))
        width += use(run.script, style).widthOfString(run.text) / style.size;
      measured.set(key, width);
    }
    return width;
  }
  const widthOf = (text: string, { size, weight = "regular" }: TextStyle): number =>
    size *
    text.split(" ").reduce((sum, word, index) => sum + unitWidth(index ? ` ${word}` : word, weight), 0);

  /** A word wider than the column is cut between graphemes, never inside one. */
  function* fitting(word: string, width: number, style: TextStyle): Generator<string> {
    let piece = "";
    if (widthOf(word, style) <= width) return yield word;
    for (const { segment } of new Intl.Segmenter().segment(word)) {
      if (piece && widthOf(piece + segment, style) > width) {
        yield piece;
        piece = "";
      }
      piece += segment;
    }
    yield piece;
  }

  /** Breaks a text into the lines of a column; its own line breaks are kept. */
  function lines(text: string, width: number, style: TextStyle): string[] {
    return text.split("\n").flatMap((paragraph) => {
      const broken: string[] = [""];
      let used = 0;
      for (const word of paragraph.split(/[ \t]+/).flatMap((whole) => [...fitting(whole, width, style)])) {
        const added = widthOf(used ? ` ${word}` : word, style);
        if (!used || used + added <= width) {
          broken[broken.length - 1] += used ? ` ${word}` : word;
          used += added;
        } else {
          broken.push(word);
          used = widthOf(word, style);
        }
      }
      return broken;
    });
  }

  const leadingOf = ({ size, leading }: TextStyle) => leading ?? size * 1.45;

  /** Draws one line with its top at `y`. */
  function drawLine(text: string, x: number, y: number, style: TextStyle): void {
    const baseline = y + (leadingOf(style) + style.size * 0.72) / 2;
    let at = x;
    for (const run of scriptRuns(text)) {
      use(run.script, style).fillColor(style.color ?? "#17251e");
      const draw = () => doc.text(run.text, at, baseline, { lineBreak: false, baseline: "alphabetic" });
      if (run.script === "devanagari") withActualText(doc, run.text, draw);
      else draw();
      at += doc.widthOfString(run.text);
    }
  }

  return { widthOf, lines, leadingOf, drawLine };
}
export type Typesetter = ReturnType<typeof typesetter>;

/**
 * Glyphs of Devanagari stand in another order than its letters: readers and screen readers get the letters from an
 * ActualText (ISO 32000-1, 14.9.4). The mark has to open inside the turned coordinates in which pdfkit draws a text,
 * which its own markContent doesn't: poppler would find every word at the mirrored place of the page.
 */
function withActualText(doc: Canvas, text: string, draw: () => void): void {
  const add = doc.addContent;
  const letters = Buffer.from(`\ufeff${text}`, "utf16le").swap16().toString("hex");
  doc.addContent = (data) => {
    if (data === "BT") return add.call(doc, `/Span <</ActualText <${letters}>>> BDC\nBT`);
    return add.call(doc, data === "ET" ? "ET\nEMC" : data);
  };
  try {
    draw();
  } finally {
    doc.addContent = add;
  }
}
