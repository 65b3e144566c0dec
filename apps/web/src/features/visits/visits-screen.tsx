import type { ConsultationItem } from "@amrutam/domain/consultation/schema";
import type { WaitlistItem } from "@amrutam/domain/waitlist/schema";
import { buttonClass } from "@amrutam/ui/button";
import { EmptyState } from "@amrutam/ui/empty-state";
import { PageHeader } from "@amrutam/ui/page-header";
import { Pagination } from "@amrutam/ui/pagination";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { WaitingList } from "../waitlist/waiting-list";
import { useWhen } from "../when/use-when";
import { VisitRow } from "./visit-row";

type VisitsScreenProps = {
  waiting: readonly WaitlistItem[];
  ahead: readonly ConsultationItem[];
  earlier: readonly ConsultationItem[];
  isFirstPage: boolean;
  nextCursor: string | null;
};

/** My consultations: the next one large, what else comes, what was. */
export function VisitsScreen({ waiting, ahead, earlier, isFirstPage, nextCursor }: VisitsScreenProps) {
  const t = useTranslations("visits");
  const when = useWhen();
  const [next, ...later] = ahead;
  const rows = (visits: readonly ConsultationItem[]) => (
    <ul className="flex flex-col gap-3">
      {visits.map((visit) => (
        <li key={visit.id}>
          <VisitRow visit={visit} />
        </li>
      ))}
    </ul>
  );
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8 p-4 pb-12 md:p-6 md:pb-18">
      <PageHeader
        title={t("title")}
        subtitle={t.rich("timesIn", { zone: when.zoneName(when.now), b: (text) => <b>{text}</b> })}
        actions={
          ahead.length > 0 && (
            <Link href="/doctors" className={buttonClass({ variant: "quiet", size: "small" })}>
              {t("find")}
            </Link>
          )
        }
      />
      {isFirstPage && ahead.length === 0 && (
        <EmptyState
          title={t(earlier.length > 0 ? "nothingAhead" : "none")}
          action={
            <Link href="/doctors" className={buttonClass()}>
              {t("find")}
            </Link>
          }
        >
          {t("noneHint")}
        </EmptyState>
      )}
      <WaitingList items={waiting} />
      {next && (
        <section aria-labelledby="next" className="flex flex-col gap-3">
          <h2 id="next">{t("next")}</h2>
          <VisitRow visit={next} isNext />
        </section>
      )}
      {later.length > 0 && (
        <section aria-labelledby="ahead" className="flex flex-col gap-3">
          <h2 id="ahead">{t("ahead")}</h2>
          {rows(later)}
        </section>
      )}
      {earlier.length > 0 && (
        <section aria-labelledby="earlier" className="flex flex-col gap-3">
          <h2 id="earlier">{t("earlier")}</h2>
          {rows(earlier)}
        </section>
      )}
      <Pagination
        label={t("pages")}
        previousLabel={t("newest")}
        nextLabel={t("older")}
        previousHref={isFirstPage ? undefined : "/visits"}
        nextHref={nextCursor ? `/visits?cursor=${encodeURIComponent(nextCursor)}` : undefined}
        linkAs={Link}
      />
    </div>
  );
}
