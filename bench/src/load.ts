import autocannon from "autocannon";

export type Load = Readonly<{
  url: string;
  connections: number;
  /** Seconds, or a fixed number of requests where each may be sent once only. */
  durationSec?: number;
  amount?: number;
  /** Path, and for writes method, headers and body, of the n-th request. */
  request(n: number): {
    path: string;
    method?: "GET" | "POST";
    headers?: Record<string, string>;
    body?: string;
  };
}>;

export type Figures = Readonly<{
  requestsPerSec: number;
  p50: number;
  p95: number;
  p99: number;
  failed: number;
  /** How many answers of each HTTP status. */
  statuses: Readonly<Record<string, number>>;
}>;

/** Percentile of a sorted list, nearest rank. */
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

/** Drives one server with one kind of request; latencies in milliseconds. */
export async function drive({ url, connections, durationSec, amount, request }: Load): Promise<Figures> {
  let sent = 0;
  const latencies: number[] = [];
  const statuses: Record<string, number> = {};
  const startedAt = performance.now();
  // The generator itself ends on a whole second; the figures end with the last answer.
  let lastAt = startedAt;
  await new Promise<void>((resolve, reject) => {
    const instance = autocannon(
      {
        url,
        connections,
        ...(amount ? { amount } : { duration: durationSec ?? 8 }),
        requests: [{ setupRequest: (base) => ({ ...base, ...request(sent++) }) }],
      },
      (error: unknown) => (error ? reject(error) : resolve()),
    );
    instance.on("response", (_client: unknown, status: number, _bytes: number, ms: number) => {
      latencies.push(ms);
      lastAt = performance.now();
      statuses[status] = (statuses[status] ?? 0) + 1;
    });
  });
  const seconds = (lastAt - startedAt) / 1000;
  latencies.sort((a, b) => a - b);
  const succeeded = statuses[200] ?? 0;
  return {
    requestsPerSec: latencies.length / seconds,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    failed: latencies.length - succeeded,
    statuses,
  };
}
