/** Lists of words that a line's fields offer, and which words are in them. */
export const LISTS = [
  { id: "medicine-forms", options: "forms" },
  { id: "medicine-routes", options: "routes" },
  { id: "medicine-frequencies", options: "frequencies" },
] as const;
