import { fileURLToPath } from "node:url";

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const ROOT = fromRoot("");
/** Everything that is kept between runs. */
export const DATA = fromRoot(".data");
export const SCREENS = fromRoot("docs/screens");
