import type { TextStyle, Typesetter } from "./typesetter";

/** Distances in points from the top left. */
export type PageBox = Readonly<{ left: number; top: number; width: number; bottom: number }>;

/** One line ready to draw, indented from the left edge of the column. */
type Line = Readonly<{ text: string; style: TextStyle; indent: number; height: number }>;
/** Lines that stay together on a page, if a page can hold them. */
export type Block = readonly Line[];

/** Fills pages from top to bottom. @param onNewPage starts the next page and returns the y at which its text begins */
export function pageFlow(type: Typesetter, box: PageBox, onNewPage: () => number) {
  let y = box.top;
  return {
    get y() {
      return y;
    },
    skip(distance: number) {
      y += distance;
    },
    /** Goes to the next page unless this much room is left. */
    ensure(height: number) {
      if (y + height > box.bottom) y = onNewPage();
    },
    paragraph(text: string, style: TextStyle, indent = 0, width = box.width - indent): Block {
      return type
        .lines(text, width, style)
        .map((line) => ({ text: line, style, indent, height: type.leadingOf(style) }));
    },
    draw(block: Block) {
      const height = block.reduce((sum, line) => sum + line.height, 0);
      if (height <= box.bottom - box.top) this.ensure(height);
      for (const line of block) {
        this.ensure(line.height);
        type.drawLine(line.text, box.left + line.indent, y, line.style);
        y += line.height;
      }
    },
  };
}
export type PageFlow = ReturnType<typeof pageFlow>;
