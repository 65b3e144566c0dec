import type { Locale } from "@amrutam/domain/wire";
import type { Temporal } from "temporal-polyfill";

/** For whom a page is written: language, zone (IANA, and its short name now), and what time it is. */
export type Reader = Readonly<{ locale: Locale; zone: string; zoneName: string; now: Temporal.Instant }>;
