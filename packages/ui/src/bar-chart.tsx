"use client";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { Skeleton } from "./skeleton";

export type Bar = {
  /** Under the bar and in the tooltip, formatted. */
  label: string;
  value: number;
  /** Not yet complete, e.g. today. */
  isPartial?: boolean;
};

export type BarChartProps = {
  bars: readonly Bar[];
  /** What the picture shows, in a sentence: its text alternative. The numbers belong in a table beside it. */
  label: string;
  /** For the tooltip and the axis. */
  formatValue: (value: number) => string;
};

// Recharts weighs more than the rest of a page: fetched when a chart is shown, never rendered on the server.
const Plot = lazy(() => import("./bar-chart-plot"));
const never = () => () => {};

/** Bars over time. 224 px high, as wide as its container. */
export function BarChart(props: BarChartProps) {
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const waiting = <Skeleton className="h-full w-full" />;
  return (
    <div role="img" aria-label={props.label} className="h-56 w-full min-w-0">
      {isLive ? (
        <Suspense fallback={waiting}>
          <Plot {...props} />
        </Suspense>
      ) : (
        waiting
      )}
    </div>
  );
}
