import * as z from "zod";
import type { BareScenario } from "./statements";

const statement = z.object({ name: z.string(), text: z.string(), values: z.array(z.unknown()) });
const scenario = z.object({
  statements: z.array(statement),
  samples: z.array(z.tuple([z.string(), z.string()])),
});

/** Bytes don't survive JSON: a recorded Buffer comes back as its parts. */
const revive = (_key: string, value: unknown): unknown => {
  const { type, data } = (value ?? {}) as { type?: unknown; data?: unknown };
  return type === "Buffer" && Array.isArray(data) ? Buffer.from(data) : value;
};

const bare = z.object({
  DATABASE_URL: z.string(),
  PORT: z.coerce.number(),
  POOL_MAX: z.coerce.number(),
  SCENARIOS: z.string().transform((text) => z.record(z.string(), scenario).parse(JSON.parse(text, revive))),
});

export const readBareEnvironment = (): Omit<z.infer<typeof bare>, "SCENARIOS"> & {
  SCENARIOS: Record<string, BareScenario>;
} => bare.parse(process.env);

const options = z.object({
  BENCH_DOCTORS: z.coerce.number().default(2_000),
  BENCH_SLOTS: z.coerce.number().default(100_000),
  BENCH_CONSULTATIONS: z.coerce.number().default(100_000),
  /** Seconds each read is driven. */
  BENCH_SECONDS: z.coerce.number().default(8),
  /** Bookings of each side at each number of connections; every one takes a slot and a patient of its own. */
  BENCH_BOOKINGS: z.coerce.number().default(2_000),
  DATABASE_POOL_MAX: z.coerce.number().default(20),
});
export const readOptions = () => options.parse(process.env);

const scale = z.object({
  SCALE_SMALL_DOCTORS: z.coerce.number().default(100),
  SCALE_SMALL_SLOTS: z.coerce.number().default(100_000),
  SCALE_LARGE_DOCTORS: z.coerce.number().default(2_000),
  SCALE_LARGE_SLOTS: z.coerce.number().default(5_000_000),
  /** Seconds each read is driven, on each clinic in each round. */
  BENCH_SECONDS: z.coerce.number().default(3),
});
export const readScaleOptions = () => scale.parse(process.env);
