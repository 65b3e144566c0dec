import {
  doctorProfile,
  doctorSlotsInput,
  doctorSlotsOutput,
  ownDoctor,
  ownPhoto,
  registerDoctorInput,
  searchDoctorsInput,
  searchDoctorsOutput,
  setPhotoInput,
  slotDetail,
  updateDoctorInput,
} from "@amrutam/domain/doctor/schema";
import { byId } from "@amrutam/domain/wire";
import * as z from "zod";
import { answer, procedure, router } from "../../procedure";
import { getDoctor } from "./get-doctor";
import { getOwnDoctor } from "./get-own-doctor";
import { getSlot } from "./get-slot";
import { listOpenSlots } from "./list-open-slots";
import { registerDoctor } from "./register-doctor";
import { removePhoto } from "./remove-photo";
import { searchDoctors } from "./search-doctors";
import { setPhoto } from "./set-photo";
import { updateDoctor } from "./update-doctor";

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
  update: procedure("doctor.update")
    .input(updateDoctorInput)
    .output(ownDoctor)
    .mutation(answer(updateDoctor)),
  setPhoto: procedure("doctor.setPhoto").input(setPhotoInput).output(ownPhoto).mutation(answer(setPhoto)),
  removePhoto: procedure("doctor.removePhoto")
    .input(z.strictObject({}))
    .output(ownPhoto)
    .mutation(answer(removePhoto)),
  mine: procedure("doctor.mine").input(z.strictObject({})).output(ownDoctor).query(answer(getOwnDoctor)),
});
