import pino, { type Logger } from "pino";

export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** All that may stand in a line, besides a fixed sentence. Whatever else is handed in stays out. */
const FIELDS = new Set([
  "requestId",
  "method",
  "route",
  "status",
  "ms",
  "actorId",
  "procedure",
  "code",
  "reasons",
  "signal",
  "port",
  "origin",
  "app",
  "job",
  "event",
  "count",
  "attempt",
  "problem",
  "err",
]);

/** Messages of these were written by us or by the language; those of databases and parsers quote what they were given. */
const QUOTES_NOTHING = new Set(["Error", "TypeError", "ReferenceError"]);

/** An error without what it may quote: its kind, its code and where it happened. */
export function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code } = error as { code?: unknown };
  return {
    kind: error.name,
    ...(typeof code === "string" && { code }),
    ...(QUOTES_NOTHING.has(error.name) &&
      error.constructor.name === error.name && { message: error.message }),
    at: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause instanceof Error && { cause: errorFacts(error.cause) }),
  };
}

/** The log of a process: one JSON object per line on standard output. @param app name of the process */
export function processLog(app: string, level: LogLevel): Logger {
  return pino({
    level,
    base: { app },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: errorFacts },
    formatters: {
      level: (label) => ({ level: label }),
      log: (line) => Object.fromEntries(Object.entries(line).filter(([name]) => FIELDS.has(name))),
    },
  });
}
