import { ClientMessages } from "@amrutam/account/client-messages";
import { APPROVALS } from "@amrutam/domain/doctor/catalogue";
import { Card } from "@amrutam/ui/card";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { PageHeader } from "@amrutam/ui/page-header";
import { TabsNav } from "@amrutam/ui/tabs-nav";
import { Tag } from "@amrutam/ui/tag";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import { type Filter, FilterChips } from "../listing/filter-chips";
import { FilterForm } from "../listing/filter-form";
import { ListPages } from "../listing/list-pages";
import { NoRows } from "../listing/no-rows";
import { Outcome } from "../listing/outcome";
import { hrefOf } from "../listing/query";
import type { Reader } from "../listing/reader";
import type { doctorQuery } from "./doctor-query";
import { type AdminDoctor, DoctorRow } from "./doctor-row";

type DoctorsProps = {
  query: z.output<typeof doctorQuery>;
  doctors: readonly AdminDoctor[];
  pending: number;
  nextCursor: string | null;
  reader: Reader;
  canDecide: boolean;
};

/** Doctors by what was decided about them; the pending in the order in which they began to wait. */
export async function Doctors(props: DoctorsProps) {
  const { query, doctors, pending, nextCursor, reader, canDecide } = props;
  const [t, status] = [await getTranslations("adminDoctors"), await getTranslations("status")];
  const filters: Filter[] = query.q ? [{ name: "q", text: t("found", { q: query.q }) }] : [];
  const tabs = [
    ...APPROVALS.map((approval) => ({ approval, label: status(`approval.${approval}`) })),
    { approval: undefined, label: t("all") },
  ];
  return (
    <>
      <PageHeader size="dense" title={t("title")} subtitle={t("subtitle", { count: pending })} />
      <TabsNav
        label={t("tabs")}
        linkAs={Link}
        items={tabs.map(({ approval, label }) => ({
          href: hrefOf("/doctors", { approval, q: query.q }),
          label,
          current: query.approval === approval,
          badge: approval === "PENDING" && pending > 0 && <Tag tone="warn">{pending}</Tag>,
        }))}
      />
      <FilterForm path="/doctors" label={t("filters")} kept={{ approval: query.approval }}>
        <div className="w-72 max-md:flex-1">
          <Field label={t("search")}>
            <Input type="search" name="q" defaultValue={query.q} key={query.q} maxLength={100} />
          </Field>
        </div>
      </FilterForm>
      <FilterChips path="/doctors" query={query} filters={filters} />
      <ClientMessages of={["adminList", "adminDoctors", "stepUp"]}>
        <Outcome>
          {doctors.length === 0 ? (
            <NoRows
              title={t(query.approval === "PENDING" && !query.q ? "noneWaits" : "empty")}
              path="/doctors"
              isFiltered={filters.length > 0 || query.approval !== undefined}
            />
          ) : (
            <Card padding="none">
              <ul aria-label={t("title")}>
                {doctors.map((doctor) => (
                  <DoctorRow key={doctor.id} doctor={doctor} reader={reader} canDecide={canDecide} />
                ))}
              </ul>
            </Card>
          )}
        </Outcome>
      </ClientMessages>
      <ListPages path="/doctors" query={query} nextCursor={nextCursor} />
    </>
  );
}
