import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Places } from "@amrutam/ports/places";
import { countryTable } from "./country-table";

const file = (family: "ipv4" | "ipv6") =>
  createRequire(import.meta.url).resolve(`@ip-location-db/asn-country/asn-country-${family}-num.csv`);

/**
 * Countries as the regional internet registries gave their addresses out (data of the Number Resource Organization,
 * nro.net, CC BY 4.0). Read once, at the start: no address leaves the process to be looked up.
 */
export const registryPlaces = (): Places =>
  countryTable(readFileSync(file("ipv4"), "utf8"), readFileSync(file("ipv6"), "utf8"));
