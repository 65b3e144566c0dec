import { Button } from "@amrutam/ui/button";
import { ChipRow, chipClass } from "@amrutam/ui/chip";
import { Notice } from "@amrutam/ui/notice";
import Form from "next/form";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DateFields } from "../listing/date-fields";
import { hrefOf } from "../listing/query";
import type { PeriodChoice } from "./period-choice";

const OFFERED = ["this-month", "7d", "30d", "last-month", "custom"] as const;

/** Which period: a few by name, or two dates. It lives in the address. */
export async function PeriodPicker({
  choice,
  from,
  to,
}: {
  choice: PeriodChoice;
  from?: string;
  to?: string;
}) {
  const t = await getTranslations("adminOverview");
  return (
    <div className="flex flex-col gap-3">
      <nav aria-label={t("period")}>
        <ChipRow scroll>
          {OFFERED.map((name) => (
            <Link
              key={name}
              href={hrefOf("/", name === "custom" ? { period: name, from, to } : { period: name })}
              aria-current={choice.name === name ? "true" : undefined}
              className={chipClass(choice.name === name)}
            >
              {t(`periods.${name}`)}
            </Link>
          ))}
        </ChipRow>
      </nav>
      {choice.name === "custom" && (
        <Form action="/" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="period" value="custom" />
          <DateFields from={from} to={to} />
          <Button type="submit" variant="quiet">
            {t("show")}
          </Button>
        </Form>
      )}
      {choice.problem && (
        <Notice kind="bad" live="none">
          {t(`problems.${choice.problem}`)}
        </Notice>
      )}
    </div>
  );
}
