import { bookConsultationInput } from "@amrutam/domain/booking/schema";
import { id } from "@amrutam/domain/wire";
import { zodResolver } from "@hookform/resolvers/zod";
import * as z from "zod";

/** What is typed to book, judged by the procedure's own schema; the key is made when the form is sent. An empty choice is the patient's own visit. */
export const bookingResolver = zodResolver(
  bookConsultationInput
    .pick({ mode: true, reason: true })
    .extend({ dependantId: z.union([id, z.literal("")]) }),
);
