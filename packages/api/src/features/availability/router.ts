import {
  blockSlotInput,
  createSlotInput,
  hours,
  listOwnSlotsInput,
  listOwnSlotsOutput,
  ownSlot,
  setHoursOutput,
} from "@amrutam/domain/availability/schema";
import { byId, done } from "@amrutam/domain/wire";
import * as z from "zod";
import { answer, procedure, router } from "../../procedure";
import { blockSlot } from "./block-slot";
import { createSlot } from "./create-slot";
import { getHours } from "./get-hours";
import { listOwnSlots } from "./list-slots";
import { removeSlot } from "./remove-slot";
import { setHours } from "./set-hours";

export const availabilityRouter = router({
  hours: procedure("availability.hours").input(z.strictObject({})).output(hours).query(answer(getHours)),
  setHours: procedure("availability.setHours").input(hours).output(setHoursOutput).mutation(answer(setHours)),
  list: procedure("availability.list")
    .input(listOwnSlotsInput)
    .output(listOwnSlotsOutput)
    .query(answer(listOwnSlots)),
  create: procedure("availability.create")
    .input(createSlotInput)
    .output(ownSlot)
    .mutation(answer(createSlot)),
  block: procedure("availability.block").input(blockSlotInput).output(ownSlot).mutation(answer(blockSlot)),
  remove: procedure("availability.remove").input(byId).output(done).mutation(answer(removeSlot)),
});
