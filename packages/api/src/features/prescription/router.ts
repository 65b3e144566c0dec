import {
  getPrescriptionInput,
  issuePrescriptionInput,
  prescriptionList,
  prescriptionPdf,
  prescriptionSummary,
} from "@amrutam/domain/prescription/schema";
import { byId } from "@amrutam/domain/wire";
import { answer, procedure, router } from "../../procedure";
import { getPrescription } from "./get-prescription";
import { issuePrescription } from "./issue-prescription";
import { printPrescription } from "./print-prescription";

export const prescriptionRouter = router({
  issue: procedure("prescription.issue")
    .input(issuePrescriptionInput)
    .output(prescriptionSummary)
    .mutation(answer(issuePrescription)),
  get: procedure("prescription.get")
    .input(getPrescriptionInput)
    .output(prescriptionList)
    .query(answer(getPrescription)),
  pdf: procedure("prescription.pdf").input(byId).output(prescriptionPdf).query(answer(printPrescription)),
});
