import { calendarSettings, setDetailsInput, visitCalendarFile } from "@amrutam/domain/calendar/schema";
import { byId, done } from "@amrutam/domain/wire";
import * as z from "zod";
import { answer, procedure, router } from "../../procedure";
import { createFeed } from "./create-feed";
import { getFeed } from "./get-feed";
import { renewFeed } from "./renew-feed";
import { revokeFeed } from "./revoke-feed";
import { saveVisit } from "./save-visit";
import { setDetails } from "./set-details";

const nothing = z.strictObject({});

export const calendarRouter = router({
  visit: procedure("calendar.visit").input(byId).output(visitCalendarFile).query(answer(saveVisit)),
  getFeed: procedure("calendar.getFeed").input(nothing).output(calendarSettings).query(answer(getFeed)),
  createFeed: procedure("calendar.createFeed")
    .input(nothing)
    .output(calendarSettings)
    .mutation(answer(createFeed)),
  renewFeed: procedure("calendar.renewFeed")
    .input(nothing)
    .output(calendarSettings)
    .mutation(answer(renewFeed)),
  revokeFeed: procedure("calendar.revokeFeed").input(nothing).output(done).mutation(answer(revokeFeed)),
  setDetails: procedure("calendar.setDetails")
    .input(setDetailsInput)
    .output(calendarSettings)
    .mutation(answer(setDetails)),
});
