import { AUDIT_ACTION_CODES, AUDIT_OUTCOMES } from "@amrutam/domain/audit/actions";
import { Field } from "@amrutam/ui/field";
import { linkClass } from "@amrutam/ui/link";
import { Select } from "@amrutam/ui/select";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { DateFields } from "../listing/date-fields";
import { type Filter, FilterChips } from "../listing/filter-chips";
import { FilterForm } from "../listing/filter-form";
import { hrefOf } from "../listing/query";
import { sayDay } from "../listing/stamp";
import type { AuditQuery } from "./audit-query";
import type { AuditEvent } from "./event-table";
import { shortId } from "./record-link";

/** What to look for, and what is looked for. People and records are added by pressing them in the table. */
export async function AuditFilters({ query, events }: { query: AuditQuery; events: readonly AuditEvent[] }) {
  const [t, locale] = [await getTranslations("adminAudit"), await getLocale()];
  const { actorId, patientId, entityId, action, outcome, from, to } = query;
  const actor = events.find((event) => event.actor?.id === actorId)?.actor;
  const patient = events.find((event) => event.patient?.id === patientId)?.patient;
  const filters: Filter[] = [
    ...(actorId
      ? [{ name: "actorId", text: t("byPerson", { name: actor?.fullName ?? shortId(actorId) }) }]
      : []),
    ...(patientId
      ? [{ name: "patientId", text: t("aboutPatient", { name: patient?.fullName ?? shortId(patientId) }) }]
      : []),
    ...(entityId ? [{ name: "entityId", text: t("onRecord", { id: shortId(entityId) }) }] : []),
    ...(action ? [{ name: "action", text: t(`actions.${action}`) }] : []),
    ...(outcome ? [{ name: "outcome", text: t(`outcomes.${outcome}`) }] : []),
    ...(from ? [{ name: "from", text: t("since", { date: sayDay(from, locale) }) }] : []),
    ...(to ? [{ name: "to", text: t("until", { date: sayDay(to, locale) }) }] : []),
  ];
  const person = actorId ?? patientId;
  return (
    <>
      <FilterForm path="/audit" label={t("filters")} kept={{ actorId, patientId, entityId }}>
        <div className="w-60 max-md:w-full">
          <Field label={t("did")}>
            <Select name="action" defaultValue={action ?? ""} key={action}>
              <option value="">{t("anything")}</option>
              {AUDIT_ACTION_CODES.map((code) => (
                <option key={code} value={code}>
                  {t(`actions.${code}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <div className="w-36 max-md:w-full">
          <Field label={t("outcome")}>
            <Select name="outcome" defaultValue={outcome ?? ""} key={outcome}>
              <option value="">{t("any")}</option>
              {AUDIT_OUTCOMES.map((code) => (
                <option key={code} value={code}>
                  {t(`outcomes.${code}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <DateFields from={from} to={to} />
      </FilterForm>
      <FilterChips path="/audit" query={query} filters={filters}>
        {person && (
          <Link href={hrefOf("/people", { q: person })} className={`${linkClass("alone")} text-sm`}>
            {t("openPerson")}
          </Link>
        )}
      </FilterChips>
    </>
  );
}
