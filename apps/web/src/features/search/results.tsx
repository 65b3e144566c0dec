import type { searchDoctorsOutput } from "@amrutam/domain/doctor/schema";
import { buttonClass } from "@amrutam/ui/button";
import { EmptyState } from "@amrutam/ui/empty-state";
import { PageHeader } from "@amrutam/ui/page-header";
import { Pagination } from "@amrutam/ui/pagination";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type * as z from "zod";
import { useWhen } from "../when/use-when";
import { AppliedFilters } from "./applied-filters";
import { DoctorCard } from "./doctor-card";
import { FilterSheet } from "./filter-sheet";
import { Filters } from "./filters";
import { type SearchValues, searchHref } from "./search-address";

type ResultsProps = {
  values: SearchValues;
  found: z.infer<typeof searchDoctorsOutput>;
  isFirstPage: boolean;
  /** Without scripts the sheet of phones is this page with its filters shown. */
  areFiltersOpen: boolean;
};

/** Who was found, with the filters beside; on phones behind a chip. */
export function Results({ values, found, isFirstPage, areFiltersOpen }: ResultsProps) {
  const t = useTranslations("search");
  const name = useTranslations("catalogue");
  const when = useWhen();
  const sort = t(`bySort.${(values.sort ?? "soonest") as "soonest"}`);
  const what =
    values.specialization &&
    name(`specializations.${values.specialization}` as "specializations.dermatology");
  const count = Object.keys(values).filter((field) => field !== "sort").length;
  return (
    <div className="group mx-auto grid w-full max-w-6xl gap-x-8 gap-y-4 p-4 pb-12 md:p-6 md:pb-18 lg:grid-cols-[15.5rem_1fr]">
      <aside aria-label={t("filters")} className={areFiltersOpen ? undefined : "max-lg:hidden"}>
        <Filters values={values} isAuto />
      </aside>
      <div className="flex min-w-0 flex-col gap-4">
        <PageHeader
          title={what ? t("titleOf", { what, sort }) : t("title", { sort })}
          subtitle={t.rich(found.isTotalExact ? "count" : "countMore", {
            count: found.total,
            zone: when.zoneName(when.now),
            b: (text) => <b>{text}</b>,
          })}
        />
        <div className="flex flex-wrap gap-2 empty:hidden">
          <div className="lg:hidden">
            <FilterSheet
              label={t("filtersOn", { count })}
              title={t("filters")}
              closeLabel={t("close")}
              isOn={false}
              href={`${searchHref(values)}${Object.keys(values).length ? "&" : "?"}filters=open`}
            >
              <Filters values={values} />
            </FilterSheet>
          </div>
          <AppliedFilters values={values} />
        </div>
        {found.items.length === 0 ? (
          <EmptyState
            title={t("none")}
            action={
              <Link href="/doctors" className={buttonClass()}>
                {t("showAll")}
              </Link>
            }
          >
            {t("noneHint")}
          </EmptyState>
        ) : (
          <ul className="flex flex-col gap-4 transition-opacity group-has-data-searching:opacity-60 group-has-data-searching:delay-200">
            {found.items.map((doctor) => (
              <li key={doctor.id}>
                <DoctorCard doctor={doctor} mode={values.mode} isDated={values.on !== undefined} />
              </li>
            ))}
          </ul>
        )}
        <Pagination
          label={t("pages")}
          previousLabel={t("firstPage")}
          nextLabel={t("more")}
          previousHref={isFirstPage ? undefined : searchHref(values)}
          nextHref={found.nextCursor ? searchHref(values, { cursor: found.nextCursor }) : undefined}
          linkAs={Link}
        />
      </div>
    </div>
  );
}
