import {
  dayOffInput,
  dayOffOutput,
  dayOffVisitsInput,
  dayOffVisitsOutput,
} from "@amrutam/domain/availability/day-off";
import {
  blockManyInput,
  blockManyOutput,
  blockSlotInput,
  copyWeekInput,
  copyWeekOutput,
  createSlotInput,
  hours,
  listOwnSlotsInput,
  listOwnSlotsOutput,
  moveSlotInput,
  ownSlot,
  previewHoursInput,
  previewHoursOutput,
  setHoursInput,
  setHoursOutput,
} from "@amrutam/domain/availability/schema";
import { byId, done } from "@amrutam/domain/wire";
import * as z from "zod";
import { answer, procedure, router } from "../../procedure";
import { blockMany } from "./block-many";
import { blockSlot } from "./block-slot";
import { copyWeek } from "./copy-week";
import { createSlot } from "./create-slot";
import { takeDayOff } from "./day-off";
import { dayOffVisits } from "./day-off-visits";
import { getHours } from "./get-hours";
import { listOwnSlots } from "./list-slots";
import { moveSlot } from "./move-slot";
import { previewHours } from "./preview-hours";
import { removeSlot } from "./remove-slot";
import { setHours } from "./set-hours";

export const availabilityRouter = router({
  hours: procedure("availability.hours").input(z.strictObject({})).output(hours).query(answer(getHours)),
  previewHours: procedure("availability.previewHours")
    .input(previewHoursInput)
    .output(previewHoursOutput)
    // Hours don't fit into an address: a call that changes nothing, yet is posted.
    .mutation(answer(previewHours)),
  setHours: procedure("availability.setHours")
    .input(setHoursInput)
    .output(setHoursOutput)
    .mutation(answer(setHours)),
  list: procedure("availability.list")
    .input(listOwnSlotsInput)
    .output(listOwnSlotsOutput)
    .query(answer(listOwnSlots)),
  create: procedure("availability.create")
    .input(createSlotInput)
    .output(ownSlot)
    .mutation(answer(createSlot)),
  block: procedure("availability.block").input(blockSlotInput).output(ownSlot).mutation(answer(blockSlot)),
  move: procedure("availability.move").input(moveSlotInput).output(ownSlot).mutation(answer(moveSlot)),
  blockMany: procedure("availability.blockMany")
    .input(blockManyInput)
    .output(blockManyOutput)
    .mutation(answer(blockMany)),
  copyWeek: procedure("availability.copyWeek")
    .input(copyWeekInput)
    .output(copyWeekOutput)
    .mutation(answer(copyWeek)),
  dayOffVisits: procedure("availability.dayOffVisits")
    .input(dayOffVisitsInput)
    .output(dayOffVisitsOutput)
    .query(answer(dayOffVisits)),
  dayOff: procedure("availability.dayOff")
    .input(dayOffInput)
    .output(dayOffOutput)
    .mutation(answer(takeDayOff)),
  remove: procedure("availability.remove").input(byId).output(done).mutation(answer(removeSlot)),
});
