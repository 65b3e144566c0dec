import * as schema from "@amrutam/domain/analytics/schema";
import { answer, procedure, router } from "../../procedure";
import { consultationsPerDay } from "./consultations-per-day";
import { conversion } from "./conversion";
import { doctorUtilization } from "./doctor-utilization";
import { summarise } from "./summarise";
import { topSpecializations } from "./top-specializations";

export const analyticsRouter = router({
  summary: procedure("analytics.summary")
    .input(schema.periodInput)
    .output(schema.summaryOutput)
    .query(answer(summarise)),
  consultationsPerDay: procedure("analytics.consultationsPerDay")
    .input(schema.periodInput)
    .output(schema.consultationsPerDayOutput)
    .query(answer(consultationsPerDay)),
  conversion: procedure("analytics.conversion")
    .input(schema.periodInput)
    .output(schema.conversionOutput)
    .query(answer(conversion)),
  doctorUtilization: procedure("analytics.doctorUtilization")
    .input(schema.periodInput)
    .output(schema.doctorUtilizationOutput)
    .query(answer(doctorUtilization)),
  topSpecializations: procedure("analytics.topSpecializations")
    .input(schema.periodInput)
    .output(schema.topSpecializationsOutput)
    .query(answer(topSpecializations)),
});
