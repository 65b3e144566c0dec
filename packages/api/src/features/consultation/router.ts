import { bookingDraft } from "@amrutam/domain/auth/schema";
import { bookConsultationInput } from "@amrutam/domain/booking/schema";
import { visitHistoryInput, visitHistoryOutput } from "@amrutam/domain/consultation/history";
import {
  bookedConsultation,
  cancelByLinkInput,
  cancelConsultationInput,
  cancelConsultationOutput,
  cancelledByLink,
  changedConsultation,
  consultationDetail,
  extendedHold,
  linkedVisit,
  listConsultationsInput,
  listConsultationsOutput,
  missConsultationInput,
  nextVisitOutput,
  rescheduleByLinkInput,
  rescheduleConsultationInput,
  rescheduledByLink,
  rescheduledConsultation,
  saveNoteInput,
  saveNoteOutput,
  visitLinkInput,
} from "@amrutam/domain/consultation/schema";
import { runningLateInput, runningLateOutput } from "@amrutam/domain/notification/schema";
import { byId } from "@amrutam/domain/wire";
import * as z from "zod";
import { answer, procedure, router } from "../../procedure";
import { bookConsultation } from "./book-consultation";
import { cancelByLink } from "./cancel-by-link";
import { cancelConsultation } from "./cancel-consultation";
import { completeConsultation } from "./complete-consultation";
import { extendHold } from "./extend-hold";
import { getConsultation } from "./get-consultation";
import { getDraft } from "./get-draft";
import { listConsultations } from "./list-consultations";
import { missConsultation } from "./miss-consultation";
import { nextVisit } from "./next-visit";
import { openLink } from "./open-link";
import { rescheduleByLink } from "./reschedule-by-link";
import { rescheduleConsultation } from "./reschedule-consultation";
import { runningLate } from "./running-late";
import { saveNote } from "./save-note";
import { startConsultation } from "./start-consultation";
import { visitHistory } from "./visit-history";

export const consultationRouter = router({
  book: procedure("consultation.book")
    .input(bookConsultationInput)
    .output(bookedConsultation)
    .mutation(answer(bookConsultation)),
  draft: procedure("consultation.draft")
    .input(z.strictObject({}))
    .output(bookingDraft.nullable())
    .query(answer(getDraft)),
  list: procedure("consultation.list")
    .input(listConsultationsInput)
    .output(listConsultationsOutput)
    .query(answer(listConsultations)),
  next: procedure("consultation.next")
    .input(z.strictObject({}))
    .output(nextVisitOutput)
    .query(answer(nextVisit)),
  get: procedure("consultation.get").input(byId).output(consultationDetail).query(answer(getConsultation)),
  history: procedure("consultation.history")
    .input(visitHistoryInput)
    .output(visitHistoryOutput)
    .query(answer(visitHistory)),
  cancel: procedure("consultation.cancel")
    .input(cancelConsultationInput)
    .output(cancelConsultationOutput)
    .mutation(answer(cancelConsultation)),
  reschedule: procedure("consultation.reschedule")
    .input(rescheduleConsultationInput)
    .output(rescheduledConsultation)
    .mutation(answer(rescheduleConsultation)),
  extendHold: procedure("consultation.extendHold")
    .input(byId)
    .output(extendedHold)
    .mutation(answer(extendHold)),
  // Asked by POST: what opens a visit stands in no address that a server or a proxy writes down.
  openLink: procedure("consultation.openLink")
    .input(visitLinkInput)
    .output(linkedVisit)
    .mutation(answer(openLink)),
  rescheduleByLink: procedure("consultation.rescheduleByLink")
    .input(rescheduleByLinkInput)
    .output(rescheduledByLink)
    .mutation(answer(rescheduleByLink)),
  cancelByLink: procedure("consultation.cancelByLink")
    .input(cancelByLinkInput)
    .output(cancelledByLink)
    .mutation(answer(cancelByLink)),
  start: procedure("consultation.start")
    .input(byId)
    .output(changedConsultation)
    .mutation(answer(startConsultation)),
  complete: procedure("consultation.complete")
    .input(byId)
    .output(changedConsultation)
    .mutation(answer(completeConsultation)),
  miss: procedure("consultation.miss")
    .input(missConsultationInput)
    .output(changedConsultation)
    .mutation(answer(missConsultation)),
  runningLate: procedure("consultation.runningLate")
    .input(runningLateInput)
    .output(runningLateOutput)
    .mutation(answer(runningLate)),
  note: procedure("consultation.note").input(saveNoteInput).output(saveNoteOutput).mutation(answer(saveNote)),
});
