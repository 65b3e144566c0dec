import type { Figures } from "./load";

export type Line = Readonly<{ name: string; connections: number; ours: Figures; bare: Figures }>;

const ms = (value: number) => value.toFixed(1);
const rate = (value: number) => Math.round(value).toLocaleString("en");

/** A Markdown table: docs/performance.md takes it as it is. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ name, connections, ours, bare }) =>
    [
      name,
      connections,
      rate(ours.requestsPerSec),
      rate(bare.requestsPerSec),
      (ours.requestsPerSec / bare.requestsPerSec).toFixed(2),
      `${ms(ours.p50)} / ${ms(ours.p95)} / ${ms(ours.p99)}`,
      `${ms(bare.p50)} / ${ms(bare.p95)} / ${ms(bare.p99)}`,
      ours.failed + bare.failed,
    ].join(" | "),
  );
  return [
    "| request | connections | ours req/s | bare req/s | ratio | ours p50 / p95 / p99 ms | bare p50 / p95 / p99 ms | failed |",
    "|---|---|---|---|---|---|---|---|",
    ...rows.map((row) => `| ${row} |`),
  ].join("\n");
}
