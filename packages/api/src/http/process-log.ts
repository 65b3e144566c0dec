import pino, { type DestinationStream, type Logger } from "pino";

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
  "paymentId",
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

/** What errorFacts made, so that a line may be handed an error or its facts. */
const CLEANED = new WeakSet<object>();

/** An error without what it may quote: its kind, its code and where it happened. */
export function errorFacts(error: unknown): object {
  if (typeof error === "object" && error !== null && CLEANED.has(error)) return error;
  const facts = error instanceof Error ? factsOf(error) : { kind: typeof error };
  CLEANED.add(facts);
  return facts;
}

function factsOf(error: Error): object {
  const { code } = error as { code?: unknown };
  const isOurs = QUOTES_NOTHING.has(error.name) && error.constructor.name === error.name;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    kind: error.name,
    ...(typeof code === "string" && { code }),
    ...(isOurs && { message: error.message }),
    at: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause instanceof Error && { cause: errorFacts(error.cause) }),
  };
}

/** The log of a process: one JSON object per line, on standard output unless said. @param app name of the process */
export function processLog(app: string, level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { app },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: errorFacts },
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (line: object) => Object.fromEntries(Object.entries(line).filter(([name]) => FIELDS.has(name))),
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
