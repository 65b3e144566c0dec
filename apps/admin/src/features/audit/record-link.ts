import { hrefOf } from "../listing/query";

/** Records that have a place in the console; of the others the log knows all there is. */
const PLACES: Readonly<Record<string, string>> = {
  consultation: "/bookings",
  note: "/bookings",
  doctor: "/doctors",
  user: "/people",
};

/** Where a record can be looked at. */
export const recordHref = (entityType: string, entityId: string): string => {
  const place = PLACES[entityType];
  return place ? hrefOf(place, { q: entityId }) : hrefOf("/audit", { entityId });
};

/** Enough of an id to tell two apart. Ids begin with their time, so the end is what differs. */
export const shortId = (id: string): string => (id.length <= 12 ? id : `${id.slice(0, 4)}…${id.slice(-4)}`);
