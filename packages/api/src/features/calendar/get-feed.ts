import type { Actor } from "@amrutam/domain/actor";
import type { CalendarSettings } from "@amrutam/domain/calendar/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type { ActorContext } from "../../context";
import { findFeed } from "./feed-store";
import { ownCalendar } from "./scope";
import { settingsOf } from "./settings-of";

/** Where the caller's visits can be fetched, and what their titles say. */
export const getFeed = async ({
  deps,
  actor,
}: ActorContext<Actor<"PATIENT" | "DOCTOR">>): Promise<Result<CalendarSettings>> =>
  ok(settingsOf(deps, await findFeed(deps, ownCalendar(actor))));
