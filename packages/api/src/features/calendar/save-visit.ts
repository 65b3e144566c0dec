import type { Actor } from "@amrutam/domain/actor";
import type { VisitCalendarFile } from "@amrutam/domain/calendar/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { ActorContext } from "../../context";
import { ownCalendar } from "./scope";
import { readCalendarVisit } from "./visit-store";

/** One visit of the caller's as a file for their calendar, which knows it by the same UID as what mails bring along. */
export async function saveVisit(
  { deps, actor, session, locale }: ActorContext<Actor<"PATIENT" | "DOCTOR">>,
  { id }: { id: string },
): Promise<Result<VisitCalendarFile>> {
  const visit = await readCalendarVisit(deps.db.query, ownCalendar(actor), id, deps.origin);
  if (!visit) return refuse("not_found");
  const content = deps.calendars.write({
    visits: [visit],
    zone: session.timezone,
    locale,
    host: deps.origin.hostname,
    use: "FILE",
  });
  return ok({ filename: `visit-${visit.startsAt.slice(0, 10)}.ics`, content });
}
