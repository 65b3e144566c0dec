/** Something the person at the keyboard can mend; its message is the sentence to show, without a stack. */
export class Refusal extends Error {}

const isTerminal = process.stdout.isTTY === true;
const paint = (code, text) => (isTerminal ? `\u001b[${code}m${text}\u001b[0m` : text);
const begun = performance.now();

/** One line of progress, with the seconds since the start. */
export function say(text) {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`${paint(2, `${seconds}s`)}  ${text}\n`);
}

/** A line that scripts may look for: exactly this text. */
export const print = (text = "") => process.stdout.write(`${text}\n`);

/** Tells what went wrong: a refusal as its sentence, a bug with its stack. */
export function complain(error) {
  const text =
    error instanceof Refusal || error?.isSentence ? error.message : (error?.stack ?? String(error));
  process.stderr.write(`\n${paint(31, text)}\n`);
}
