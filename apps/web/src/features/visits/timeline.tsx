import type { ConsultationItem } from "@amrutam/domain/consultation/schema";
import { useWhen } from "../when/use-when";
import { VisitRow } from "./visit-row";

/** Visits one under the other. */
export function VisitRows({ visits }: { visits: readonly ConsultationItem[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {visits.map((visit) => (
        <li key={visit.id}>
          <VisitRow visit={visit} />
        </li>
      ))}
    </ul>
  );
}

/** Visits in the order they come in, under the month each begins in on the reader's wall. */
export function Timeline({ visits }: { visits: readonly ConsultationItem[] }) {
  const when = useWhen();
  const months = new Map<string, ConsultationItem[]>();
  for (const visit of visits) {
    const month = when.month(visit.startsAt);
    months.set(month, [...(months.get(month) ?? []), visit]);
  }
  return [...months].map(([month, within]) => (
    <section key={month} aria-label={month} className="flex flex-col gap-3">
      <h3 className="font-sans text-sm font-semibold text-ink-soft">{month}</h3>
      <VisitRows visits={within} />
    </section>
  ));
}
