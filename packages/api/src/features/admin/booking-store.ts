import type { Query } from "@amrutam/db/client";
import type { booking, listBookingsInput } from "@amrutam/domain/admin/schema";
import type * as z from "zod";
import { conditions, containing, given, isId } from "../../conditions";
import type { Keyset } from "../../keyset";
import { noteRead, type Reader } from "../../note-read";
import { iso } from "../../wire";
import type { ConsoleScope } from "./scope";

export type Booking = z.infer<typeof booking>;
export type BookingRow = Pick<Booking, "id" | "status" | "mode" | "paymentStatus"> &
  Readonly<{
    startsAt: Date;
    endsAt: Date;
    bookedAt: Date;
    patientId: string;
    patientName: string;
    doctorId: string;
    doctorName: string;
    specialization: string;
    feeMinor: number;
    currency: Booking["fee"]["currency"];
    refundedMinor: number | null;
  }>;

type Filter = Omit<z.output<typeof listBookingsInput>, "cursor"> & Readonly<{ after?: Keyset }>;
/** Bookings, newest first. `from` and `to` are about the visit's start; a UUID in `q` is a booking's own id. */
export function findBookings(
  query: Query,
  _scope: ConsoleScope,
  reader: Reader,
  filter: Filter,
): Promise<BookingRow[]> {
  const list = conditions("admin.bookings")
    .when("id", isId(filter.q) ? given(filter.q) : undefined, (q) => `c.id = ${q}::uuid`)
    .when("q", filter.q && !isId(filter.q) ? [containing(filter.q)] : undefined, (q) => {
      const found = `SELECT id FROM users WHERE (lower(full_name) || ' ' || lower(email::text)) LIKE lower(${q})`;
      return `(c.patient_id IN (${found}) OR c.doctor_id IN (SELECT id FROM doctors WHERE user_id IN (${found})))`;
    })
    .when("status", given(filter.status), (status) => `c.status = ${status}::"ConsultationStatus"`)
    .when("from", given(filter.from), (from) => `c.starts_at >= ${from}::timestamptz`)
    .when("to", given(filter.to), (to) => `c.starts_at < ${to}::timestamptz`)
    .when("doctor", given(filter.doctorId), (doctor) => `c.doctor_id = ${doctor}::uuid`)
    .when("patient", given(filter.patientId), (patient) => `c.patient_id = ${patient}::uuid`)
    .when("after", filter.after, (at, id) => `(c.booked_at, c.id) < (${at}::timestamptz, ${id}::uuid)`);
  const text = `WITH ${noteRead(list, reader, "consultation.list", filter.patientId)}, page AS (
  SELECT * FROM consultations c ${list.where()} ORDER BY c.booked_at DESC, c.id DESC LIMIT ${list.bind(filter.limit)}
)
SELECT c.id, c.status, c.mode, c.starts_at AS "startsAt", c.ends_at AS "endsAt", c.booked_at AS "bookedAt",
  c.patient_id AS "patientId", p.full_name AS "patientName", c.doctor_id AS "doctorId", d.display_name AS "doctorName",
  d.specialization, c.fee_minor AS "feeMinor", c.currency, pay.status AS "paymentStatus", pay.refunded_minor AS "refundedMinor"
FROM page c JOIN users p ON p.id = c.patient_id JOIN doctors d ON d.id = c.doctor_id
LEFT JOIN payments pay ON pay.consultation_id = c.id
ORDER BY c.booked_at DESC, c.id DESC`;
  return query<BookingRow>(list.name(), text, list.values);
}

export const toBooking = (row: BookingRow): Booking => ({
  id: row.id,
  status: row.status,
  mode: row.mode,
  startsAt: iso(row.startsAt),
  endsAt: iso(row.endsAt),
  bookedAt: iso(row.bookedAt),
  patient: { id: row.patientId, fullName: row.patientName },
  doctor: { id: row.doctorId, fullName: row.doctorName, specialization: row.specialization },
  fee: { minor: row.feeMinor, currency: row.currency },
  paymentStatus: row.paymentStatus,
  refunded: row.refundedMinor === null ? null : { minor: row.refundedMinor, currency: row.currency },
});
