import { listBookingsInput } from "@amrutam/domain/admin/schema";
import { dateRange } from "../listing/query";

/** The bookings' part of the address. Dates are local ones; the instants come from the reader's zone. */
export const bookingQuery = listBookingsInput.omit({ limit: true, from: true, to: true }).extend(dateRange);
