import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { toPublicError } from "./errors";

/** RED per procedure: rate, errors, duration. Labels are names of ours, never input. */
export const registry = new Registry();

const calls = new Counter({
  name: "procedure_calls_total",
  help: "Calls by procedure and outcome code",
  labelNames: ["procedure", "code"] as const,
  registers: [registry],
});
const duration = new Histogram({
  name: "procedure_duration_seconds",
  help: "Time from the policy check to the answer",
  labelNames: ["procedure"] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5],
  registers: [registry],
});
const memory = new Gauge({
  name: "process_resident_memory_bytes",
  help: "Resident set size",
  registers: [registry],
  collect() {
    memory.set(process.memoryUsage.rss());
  },
});

type Outcome = { ok: boolean; error?: unknown };

/** Times a call and counts how it ended. tRPC hands errors of the inner call back as a value. */
export async function measure<T extends Outcome>(procedure: string, run: () => Promise<T>): Promise<T> {
  const startedAt = process.hrtime.bigint();
  let code = "ok";
  try {
    const result = await run();
    if (!result.ok) code = toPublicError(result.error).code;
    return result;
  } catch (error) {
    code = toPublicError(error).code;
    throw error;
  } finally {
    calls.inc({ procedure, code });
    duration.observe({ procedure }, Number(process.hrtime.bigint() - startedAt) / 1e9);
  }
}
