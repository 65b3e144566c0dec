"use client";
import {
  Bar,
  CartesianGrid,
  BarChart as Chart,
  Rectangle,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { BarChartProps } from "./bar-chart";

const TICK = { fill: "var(--color-ink-soft)", fontSize: 12.5 };

/** The drawing behind BarChart, in a file of its own so that it loads by itself. */
export default function BarChartPlot({ bars, formatValue }: BarChartProps) {
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 224 }}>
      {/* The picture has its text alternative outside; a focus stop inside an image would be a dead end. */}
      <Chart
        data={[...bars]}
        accessibilityLayer={false}
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        barCategoryGap="28%"
      >
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis
          dataKey="label"
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: "var(--color-line-strong)" }}
          minTickGap={16}
        />
        <YAxis tick={TICK} tickLine={false} axisLine={false} width="auto" tickFormatter={formatValue} />
        <Tooltip
          cursor={{ fill: "var(--color-sunken)" }}
          isAnimationActive={false}
          formatter={(value) => formatValue(Number(value))}
          separator=""
          contentStyle={{
            background: "var(--color-surface)",
            border: "1px solid var(--color-line-strong)",
            borderRadius: "var(--radius-md)",
            fontSize: 14,
            padding: "6px 10px",
          }}
          itemStyle={{ color: "var(--color-ink)", fontWeight: 600 }}
          labelStyle={{ color: "var(--color-ink-soft)" }}
        />
        <Bar
          dataKey="value"
          name=""
          isAnimationActive={false}
          fill="var(--color-leaf)"
          shape={(bar: { index?: number }) => (
            <Rectangle
              {...bar}
              radius={[3, 3, 0, 0]}
              fillOpacity={bars[bar.index ?? 0]?.isPartial ? 0.45 : 1}
            />
          )}
        />
      </Chart>
    </ResponsiveContainer>
  );
}
