import { MODES } from "@amrutam/domain/doctor/catalogue";
import { localDate, reasonText } from "@amrutam/domain/wire";
import { zodResolver } from "@hookform/resolvers/zod";
import * as z from "zod";

/** What the form asks; whom and for whom are chosen, never typed. */
export const wishResolver = zodResolver(
  z.strictObject({
    whom: z.enum(["DOCTOR", "ANY"]),
    fromDate: localDate,
    toDate: localDate,
    mode: z.enum(MODES),
    reason: reasonText,
    dependantId: z.string(),
  }),
);
