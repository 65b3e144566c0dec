/** Languages of the product (ISO 639-1). Apart from the shapes of the wire: a page that lists them needs no schema. */
export const LOCALES = ["en", "hi"] as const;
export type Locale = (typeof LOCALES)[number];
