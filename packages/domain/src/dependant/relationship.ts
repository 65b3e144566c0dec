/** What a dependant is to the patient who books for them. Labels are in the catalogs. */
export const RELATIONSHIPS = ["CHILD", "PARENT", "SPOUSE", "SIBLING", "OTHER"] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** How many people one patient may book for: a large family, and no more than a list can show. */
export const MAX_DEPENDANTS = 20;
