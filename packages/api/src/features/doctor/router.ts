import {
  doctorProfile,
  doctorSlotsInput,
  doctorSlotsOutput,
  ownDoctor,
  registerDoctorInput,
  searchDoctorsInput,
  searchDoctorsOutput,
  slotDetail,
} from "@amrutam/domain/doctor/schema";
import { byId } from "@amrutam/domain/wire";
import * as z from "zod";
import { answer, procedure, router } from "../../procedure";
import { getDoctor } from "./get-doctor";
import { getOwnDoctor } from "./get-own-doctor";
import { getSlot } from "./get-slot";
import { listOpenSlots } from "./list-open-slots";
import { registerDoctor } from "./register-doctor";
import { searchDoctors } from "./search-doctors";

export const doctorRouter = router({
  search: procedure("doctor.search")
    .input(searchDoctorsInput)
    .output(searchDoctorsOutput)
    .query(answer(searchDoctors)),
  get: procedure("doctor.get").input(byId).output(doctorProfile).query(answer(getDoctor)),
  slots: procedure("doctor.slots")
    .input(doctorSlotsInput)
    .output(doctorSlotsOutput)
    .query(answer(listOpenSlots)),
  slot: procedure("doctor.slot").input(byId).output(slotDetail).query(answer(getSlot)),
  register: procedure("doctor.register")
    .input(registerDoctorInput)
    .output(ownDoctor)
    .mutation(answer(registerDoctor)),
  mine: procedure("doctor.mine").input(z.strictObject({})).output(ownDoctor).query(answer(getOwnDoctor)),
});
