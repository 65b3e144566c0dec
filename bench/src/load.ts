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
  answered: number;
  failed: number;
}>;

/** Percentile of a sorted list, nearest rank. */
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

/** Drives one server with one kind of request; latencies in milliseconds. */
export async function drive({ url, connections, durationSec, amount, request }: Load): Promise<Figures> {
  let sent = 0;
  const latencies: number[] = [];
  let failed = 0;
  const startedAt = performance.now();
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
      if (status >= 400) failed += 1;
    });
  });
  const seconds = (performance.now() - startedAt) / 1000;
  latencies.sort((a, b) => a - b);
  return {
    requestsPerSec: latencies.length / seconds,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    answered: latencies.length - failed,
    failed,
  };
}
