import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";

/** What the timeline can be narrowed to; what is ahead stands at the top anyway. */
export const SHOWN_STATUSES = [
  "COMPLETED",
  "CANCELLED",
  "NO_SHOW",
] as const satisfies readonly ConsultationStatus[];
export type ShownStatus = (typeof SHOWN_STATUSES)[number];

/** The address says it in small letters: `?show=no_show`. What it doesn't know is everything. */
export const shownStatusOf = (show: string | string[] | undefined): ShownStatus | undefined =>
  SHOWN_STATUSES.find((status) => status.toLowerCase() === show);

/** The address of the timeline. @param cursor where its next page begins */
export function visitsAddress(status: ShownStatus | undefined, cursor?: string | null): string {
  const query = new URLSearchParams();
  if (status) query.set("show", status.toLowerCase());
  if (cursor) query.set("cursor", cursor);
  return query.size > 0 ? `/visits?${query}` : "/visits";
}
