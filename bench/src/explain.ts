import type pg from "pg";
import type { Statement } from "./statements";

export type Plan = Readonly<{
  lines: readonly string[];
  /** The plan without its figures: equal shapes mean that the planner chose the same way. */
  shape: string;
  /** Pages of 8 KiB that were looked at, in memory or not. */
  pages: number;
}>;

/** What the database does for a statement, and how much it touches. */
export async function explain(client: pg.Client, { text, values }: Statement): Promise<Plan> {
  const { rows } = await client.query<{ "QUERY PLAN": string }>({
    text: `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF) ${text}`,
    values: [...values],
  });
  const all = rows.map((row) => row["QUERY PLAN"]);
  const buffers = all.find((line) => line.includes("Buffers:")) ?? "";
  const pages = [...buffers.matchAll(/(?:hit|read)=(\d+)/g)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
  const lines = all
    .slice(0, all.findIndex((line) => line.startsWith("Planning:")) >>> 0)
    .filter(
      (line) => !/^\s*(Buffers|Storage|Index Searches|Heap Fetches|Worker|Buckets|Batches):?/.test(line),
    );
  return { lines, shape: lines.map(shapeOf).join("\n"), pages };
}

/** One step of a plan: "Index Scan using slots_open on slots s". Conditions and figures vary with the values asked for. */
const shapeOf = (line: string): string => (/(?:->|^)\s*([A-Z].*?) \(actual/.exec(line)?.[1] ?? "").trim();
