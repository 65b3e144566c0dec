import { ClientMessages } from "@amrutam/account/client-messages";
import { ACCOUNT_STATUSES, ROLES } from "@amrutam/domain/actor";
import { buttonClass } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { PageHeader } from "@amrutam/ui/page-header";
import { Select } from "@amrutam/ui/select";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import { type Filter, FilterChips } from "../listing/filter-chips";
import { FilterForm } from "../listing/filter-form";
import { ListPages } from "../listing/list-pages";
import { NoRows } from "../listing/no-rows";
import { Outcome } from "../listing/outcome";
import type { Reader } from "../listing/reader";
import { FindByPhone } from "./find-by-phone";
import { InviteStaff } from "./invite-staff";
import type { peopleQuery } from "./people-query";
import { PeopleTable, type Person, type Viewer } from "./people-table";

type PeopleProps = {
  query: z.output<typeof peopleQuery>;
  people: readonly Person[];
  nextCursor: string | null;
  reader: Reader;
  viewer: Viewer;
};

/** Every account, newest first. */
export async function People({ query, people, nextCursor, reader, viewer }: PeopleProps) {
  const [t, status] = [await getTranslations("adminPeople"), await getTranslations("status")];
  const filters: Filter[] = [
    ...(query.q ? [{ name: "q", text: t("found", { q: query.q }) }] : []),
    ...(query.role ? [{ name: "role", text: status(`roles.${query.role}`) }] : []),
    ...(query.status ? [{ name: "status", text: status(`account.${query.status}`) }] : []),
  ];
  const header = (
    <PageHeader
      size="dense"
      title={t("title")}
      subtitle={t("subtitle")}
      actions={
        viewer.isAdmin && (
          <>
            <Link href="/people/factor-resets" className={buttonClass({ variant: "quiet", size: "small" })}>
              {t("lostFactors")}
            </Link>
            <InviteStaff />
          </>
        )
      }
    />
  );
  return (
    <>
      <ClientMessages of={["adminList", "adminPeople", "status", "stepUp"]}>
        <Outcome head={header}>
          <FilterForm path="/people" label={t("filters")}>
            <div className="w-72 max-md:w-full">
              <Field label={t("search")}>
                <Input type="search" name="q" defaultValue={query.q} key={query.q} maxLength={100} />
              </Field>
            </div>
            <div className="w-44 max-md:flex-1">
              <Field label={t("role")}>
                <Select name="role" defaultValue={query.role ?? ""} key={query.role}>
                  <option value="">{t("any")}</option>
                  {ROLES.map((role) => (
                    <option key={role} value={role}>
                      {status(`roles.${role}`)}
                    </option>
                  ))}
                </Select>
              </Field>
            </div>
            <div className="w-40 max-md:flex-1">
              <Field label={t("state")}>
                <Select name="status" defaultValue={query.status ?? ""} key={query.status}>
                  <option value="">{t("any")}</option>
                  {ACCOUNT_STATUSES.map((state) => (
                    <option key={state} value={state}>
                      {status(`account.${state}`)}
                    </option>
                  ))}
                </Select>
              </Field>
            </div>
          </FilterForm>
          <FindByPhone />
          <FilterChips path="/people" query={query} filters={filters} />
          {people.length === 0 ? (
            <NoRows title={t("empty")} path="/people" isFiltered={filters.length > 0} />
          ) : (
            <Card padding="none">
              <PeopleTable people={people} reader={reader} viewer={viewer} />
            </Card>
          )}
        </Outcome>
      </ClientMessages>
      <ListPages path="/people" query={query} nextCursor={nextCursor} />
    </>
  );
}
