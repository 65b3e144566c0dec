import { ClientMessages } from "@amrutam/account/client-messages";
import { CONSULTATION_STATUSES } from "@amrutam/domain/consultation/schema";
import { Card } from "@amrutam/ui/card";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { PageHeader } from "@amrutam/ui/page-header";
import { Select } from "@amrutam/ui/select";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import { shortId } from "../audit/record-link";
import { DateFields } from "../listing/date-fields";
import { type Filter, FilterChips } from "../listing/filter-chips";
import { FilterForm } from "../listing/filter-form";
import { ListPages } from "../listing/list-pages";
import { NoRows } from "../listing/no-rows";
import type { Reader } from "../listing/reader";
import { sayDay } from "../listing/stamp";
import type { bookingQuery } from "./booking-query";
import { type Booking, BookingTable } from "./booking-table";

type BookingsProps = {
  query: z.output<typeof bookingQuery>;
  bookings: readonly Booking[];
  nextCursor: string | null;
  reader: Reader;
  canAudit: boolean;
};

/** Who meets whom, newest booking first. */
export async function Bookings({ query, bookings, nextCursor, reader, canAudit }: BookingsProps) {
  const [t, status] = [await getTranslations("adminBookings"), await getTranslations("status")];
  const { q, patientId, doctorId, from, to } = query;
  const [first] = bookings;
  const filters: Filter[] = [
    ...(q ? [{ name: "q", text: t("found", { q }) }] : []),
    ...(query.status ? [{ name: "status", text: status(`consultation.${query.status}`) }] : []),
    ...(patientId
      ? [{ name: "patientId", text: t("ofPatient", { name: first?.patient.fullName ?? shortId(patientId) }) }]
      : []),
    ...(doctorId
      ? [{ name: "doctorId", text: t("ofDoctor", { name: first?.doctor.fullName ?? shortId(doctorId) }) }]
      : []),
    ...(from ? [{ name: "from", text: t("since", { date: sayDay(from, reader.locale) }) }] : []),
    ...(to ? [{ name: "to", text: t("until", { date: sayDay(to, reader.locale) }) }] : []),
  ];
  return (
    <>
      <PageHeader size="dense" title={t("title")} subtitle={t("subtitle", { zone: reader.zone })} />
      <FilterForm path="/bookings" label={t("filters")} kept={{ patientId, doctorId }}>
        <div className="w-72 max-md:w-full">
          <Field label={t("search")}>
            <Input type="search" name="q" defaultValue={q} key={q} maxLength={100} />
          </Field>
        </div>
        <div className="w-44 max-md:w-full">
          <Field label={t("status")}>
            <Select name="status" defaultValue={query.status ?? ""} key={query.status}>
              <option value="">{t("any")}</option>
              {CONSULTATION_STATUSES.map((code) => (
                <option key={code} value={code}>
                  {status(`consultation.${code}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <DateFields from={from} to={to} of={t("visits")} />
      </FilterForm>
      <FilterChips path="/bookings" query={query} filters={filters} />
      {bookings.length === 0 ? (
        <NoRows title={t("empty")} path="/bookings" isFiltered={filters.length > 0} />
      ) : (
        <Card padding="none">
          <ClientMessages of={["adminBookings", "adminList"]}>
            <BookingTable bookings={bookings} reader={reader} canAudit={canAudit} canCancel={canAudit} />
          </ClientMessages>
        </Card>
      )}
      <ListPages path="/bookings" query={query} nextCursor={nextCursor} />
    </>
  );
}
