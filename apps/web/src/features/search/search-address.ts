/** What the address of a search may hold. Everything is text; what means nothing is as if it weren't there. */
export const SEARCH_FIELDS = [
  "q",
  "specialization",
  "on",
  "mode",
  "language",
  "gender",
  "system",
  "fee",
  "rating",
  "sort",
] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];
export type SearchValues = Partial<Record<SearchField, string>>;

/** The address of a search. @param changes undefined takes a filter away */
export function searchHref(values: SearchValues, changes: SearchValues & { cursor?: string } = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...values, ...changes })) if (value) params.set(name, value);
  const query = params.toString();
  return query ? `/doctors?${query}` : "/doctors";
}
