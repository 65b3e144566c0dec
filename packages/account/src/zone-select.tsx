"use client";
import { Select } from "@amrutam/ui/select";
import { type ComponentProps, useSyncExternalStore } from "react";

const never = () => () => undefined;

let offered: readonly string[] | undefined;
/** The browser's own list; a few hundred names that the page need not carry. */
function zonesHere(): readonly string[] {
  offered ??= Intl.supportedValuesOf("timeZone");
  return offered;
}
const NONE: readonly string[] = [];

/**
 * Every IANA zone the browser knows, and always the one in use, spelled as it is kept: it never changes by itself.
 * @param kept the zone in use @param here another that must be among them whatever the browser lists
 */
export function ZoneSelect({
  kept,
  here = null,
  ...rest
}: ComponentProps<"select"> & { kept: string; here?: string | null }) {
  const zones = useSyncExternalStore(never, zonesHere, () => NONE);
  return (
    <Select {...rest}>
      {/* Stays where it is when the others come: an option that moves loses its being chosen. */}
      <option value={kept}>{kept}</option>
      {here && here !== kept && !zones.includes(here) && <option value={here}>{here}</option>}
      {zones.map((zone) =>
        zone === kept ? null : (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ),
      )}
    </Select>
  );
}
