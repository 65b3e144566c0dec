import { DELIVERY_STATES, type Delivery } from "@amrutam/domain/admin/delivery-schema";
import { Card } from "@amrutam/ui/card";
import { Field } from "@amrutam/ui/field";
import { PageHeader } from "@amrutam/ui/page-header";
import { Select } from "@amrutam/ui/select";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import { shortId } from "../audit/record-link";
import { type Filter, FilterChips } from "../listing/filter-chips";
import { FilterForm } from "../listing/filter-form";
import { ListPages } from "../listing/list-pages";
import { NoRows } from "../listing/no-rows";
import type { Reader } from "../listing/reader";
import { stamp } from "../listing/stamp";
import type { deliveryQuery } from "./delivery-query";
import { DeliveryTable } from "./delivery-table";

type DeliveriesProps = {
  query: z.output<typeof deliveryQuery>;
  deliveries: readonly Delivery[];
  nextCursor: string | null;
  reader: Reader;
};

/** What was sent about visits, newest first; never what it said. */
export async function Deliveries({ query, deliveries, nextCursor, reader }: DeliveriesProps) {
  const t = await getTranslations("adminDeliveries");
  const { userId, consultationId, state } = query;
  const [first] = deliveries;
  const visitAt = first?.visit && stamp(first.visit.startsAt, reader.zone, reader.locale);
  const filters: Filter[] = [
    ...(state ? [{ name: "state", text: t(`states.${state}`) }] : []),
    ...(userId
      ? [{ name: "userId", text: t("ofPerson", { name: first?.person.fullName ?? shortId(userId) }) }]
      : []),
    ...(consultationId
      ? [{ name: "consultationId", text: t("ofVisit", { when: visitAt ?? shortId(consultationId) }) }]
      : []),
  ];
  return (
    <>
      <PageHeader size="dense" title={t("title")} subtitle={t("subtitle", { zone: reader.zone })} />
      <FilterForm path="/deliveries" label={t("filters")} kept={{ userId, consultationId }}>
        <div className="w-44 max-md:flex-1">
          <Field label={t("state")}>
            <Select name="state" defaultValue={state ?? ""} key={state}>
              <option value="">{t("any")}</option>
              {DELIVERY_STATES.map((one) => (
                <option key={one} value={one}>
                  {t(`states.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      </FilterForm>
      <FilterChips path="/deliveries" query={query} filters={filters} />
      {deliveries.length === 0 ? (
        <NoRows title={t("empty")} path="/deliveries" isFiltered={filters.length > 0} />
      ) : (
        <Card padding="none">
          <DeliveryTable deliveries={deliveries} reader={reader} />
        </Card>
      )}
      <ListPages path="/deliveries" query={query} nextCursor={nextCursor} />
    </>
  );
}
