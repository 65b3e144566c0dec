import { bookConsultationInput } from "@amrutam/domain/booking/schema";
import { zodResolver } from "@hookform/resolvers/zod";

/** What is typed to book, judged by the procedure's own schema; the key is made when the form is sent. */
export const bookingResolver = zodResolver(bookConsultationInput.pick({ mode: true, reason: true }));
