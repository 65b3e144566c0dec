import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { ROOT } from "./paths.mjs";
import { Refusal } from "./say.mjs";

/** Programs of a package first, then of the root, then the machine's. */
export function pathFor(folder) {
  const bins = [join(folder, "node_modules", ".bin"), join(ROOT, "node_modules", ".bin")];
  return [...bins, process.env.PATH ?? ""].join(delimiter);
}

const running = new Set();

/** Asks the programs that still run to end. Ctrl-C reaches them by itself, a signal for this process alone doesn't. */
export function endRunning() {
  for (const child of running) child.kill("SIGTERM");
}

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, isQuiet?: boolean, shell?: boolean, onOutput?: (text: string) => void }} [options]
 *   isQuiet: keep its output for the result instead of showing it; onOutput: hear of it as it comes
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { cwd = ROOT, env = {}, isQuiet = false, shell = false, onOutput } = {}) {
  const child = spawn(program, args, {
    cwd,
    shell,
    env: { ...process.env, PATH: pathFor(cwd), ...env },
    stdio: ["ignore", isQuiet ? "pipe" : "inherit", isQuiet ? "pipe" : "inherit"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      output += chunk;
      onOutput?.(String(chunk));
    });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
  });
}

/** Runs a program that must succeed. @throws Refusal that says which step failed */
export async function must(step, program, args, options) {
  const { code, output } = await run(program, args, options);
  if (code === 0) return output;
  throw new Refusal(`${output.trim()}${output ? "\n\n" : ""}${step} failed (exit ${code}).`);
}
