import type { Letter } from "./letter";

/** The plain-text part. @param brand closes the message; @param footer why it was sent */
export function letterText(letter: Letter, brand: string, footer: string): string {
  const blocks = [
    letter.greeting,
    ...letter.paragraphs,
    letter.quote
      ?.split("\n")
      .map((line) => `> ${line}`)
      .join("\n"),
    letter.facts?.map(({ label, lines }) => `${label}: ${lines.join("\n  ")}`).join("\n"),
    `${letter.action.label}:\n${letter.action.url}`,
    ...(letter.links ?? []).map(({ label, url }) => `${label}:\n${url}`),
    ...(letter.notes ?? []),
    `-- \n${brand}\n${footer}`,
  ];
  return `${blocks.filter((block) => block).join("\n\n")}\n`;
}
