import type { booking } from "@amrutam/domain/admin/schema";
import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import { format } from "@amrutam/domain/money/money";
import { DataTable, Td, Th, Tr } from "@amrutam/ui/data-table";
import { linkClass } from "@amrutam/ui/link";
import { Tag, type Tone } from "@amrutam/ui/tag";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import { shortId } from "../audit/record-link";
import { hrefOf } from "../listing/query";
import type { Reader } from "../listing/reader";
import { isSpecialization } from "../listing/specialization";
import { stamp } from "../listing/stamp";
import { CancelBooking } from "./cancel-booking";

export type Booking = z.output<typeof booking>;

const TONE = {
  REQUESTED: "warn",
  CONFIRMED: "ok",
  IN_PROGRESS: "info",
  COMPLETED: "none",
  CANCELLED: "none",
  NO_SHOW: "bad",
  EXPIRED: "none",
} as const satisfies Record<ConsultationStatus, Tone>;

const CANCELLABLE: readonly ConsultationStatus[] = ["REQUESTED", "CONFIRMED"];

/** Bookings as rows. A name narrows the list to that patient or doctor. */
export async function BookingTable({
  bookings,
  reader,
  canAudit,
  canCancel,
}: {
  bookings: readonly Booking[];
  reader: Reader;
  /** Admins find each booking's events behind its number. */
  canAudit: boolean;
  /** Admins cancel for the platform. */
  canCancel: boolean;
}) {
  const [t, status, names] = [
    await getTranslations("adminBookings"),
    await getTranslations("status"),
    await getTranslations("catalogue"),
  ];
  const { locale, zone } = reader;
  return (
    <DataTable label={t("title")}>
      <thead>
        <tr>
          <Th>{t("visit", { zone: reader.zoneName })}</Th>
          <Th>{t("patient")}</Th>
          <Th>{t("doctor")}</Th>
          <Th>{t("status")}</Th>
          <Th numeric>{t("fee")}</Th>
          <Th>{t("payment")}</Th>
          <Th>{t("booked")}</Th>
          <Th>{t("number")}</Th>
          <Th>{t("messages")}</Th>
          {canCancel && (
            <Th>
              <span className="sr-only">{t("acts")}</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {bookings.map((row) => (
          <Tr key={row.id}>
            <Td nowrap>
              {stamp(row.startsAt, zone, locale)}{" "}
              <span className="text-ink-soft">{names(`modes.${row.mode}`)}</span>
            </Td>
            <Td nowrap>
              <Link href={hrefOf("/bookings", { patientId: row.patient.id })} className={linkClass("plain")}>
                {row.patient.fullName}
              </Link>
            </Td>
            <Td nowrap>
              <Link href={hrefOf("/bookings", { doctorId: row.doctor.id })} className={linkClass("plain")}>
                {row.doctor.fullName}
              </Link>
              <span className="block text-xs text-ink-soft">
                {isSpecialization(row.doctor.specialization)
                  ? names(`specializations.${row.doctor.specialization}`)
                  : row.doctor.specialization}
              </span>
            </Td>
            <Td>
              <Tag tone={TONE[row.status]}>{status(`consultation.${row.status}`)}</Tag>
            </Td>
            <Td numeric>{row.fee.minor === 0 ? t("free") : format(row.fee, locale)}</Td>
            <Td nowrap>
              {row.paymentStatus ? status(`payment.${row.paymentStatus}`) : t("none")}{" "}
              {row.refunded && row.refunded.minor > 0 && (
                <span className="text-ink-soft">
                  {t("refunded", { amount: format(row.refunded, locale) })}
                </span>
              )}
            </Td>
            <Td nowrap faint>
              {stamp(row.bookedAt, zone, locale)}
            </Td>
            <Td nowrap faint>
              {canAudit ? (
                <Link
                  href={hrefOf("/audit", { entityId: row.id })}
                  title={row.id}
                  aria-label={t("eventsOf", { id: shortId(row.id) })}
                  className={linkClass("plain")}
                >
                  {shortId(row.id)}
                </Link>
              ) : (
                <span title={row.id}>{shortId(row.id)}</span>
              )}
            </Td>
            <Td nowrap>
              <Link
                href={hrefOf("/deliveries", { consultationId: row.id })}
                aria-label={t("messagesOf", { id: shortId(row.id) })}
                className={linkClass("alone")}
              >
                {t("show")}
              </Link>
            </Td>
            {canCancel && (
              <Td>
                {CANCELLABLE.includes(row.status) && (
                  <CancelBooking
                    booking={{
                      id: row.id,
                      patient: row.patient.fullName,
                      doctor: row.doctor.fullName,
                      when: stamp(row.startsAt, zone, locale),
                    }}
                  />
                )}
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </DataTable>
  );
}
