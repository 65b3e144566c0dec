import type { ConsultationItem, NextVisit } from "@amrutam/domain/consultation/schema";
import type { DueRatings } from "@amrutam/domain/rating/schema";
import type { WaitlistItem } from "@amrutam/domain/waitlist/schema";
import { buttonClass } from "@amrutam/ui/button";
import { ChipRow, chipClass } from "@amrutam/ui/chip";
import { EmptyState } from "@amrutam/ui/empty-state";
import { PageHeader } from "@amrutam/ui/page-header";
import { Pagination } from "@amrutam/ui/pagination";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { DueRating } from "../rating/due-rating";
import { OutcomeFocus } from "../shell/outcome-focus";
import { WaitingList } from "../waitlist/waiting-list";
import { useWhen } from "../when/use-when";
import { LiveVisits } from "./live-visits";
import { NextVisitCard } from "./next-visit-card";
import { SHOWN_STATUSES, type ShownStatus, visitsAddress } from "./shown-status";
import { Timeline, VisitRows } from "./timeline";

type VisitsScreenProps = {
  waiting: readonly WaitlistItem[];
  /** Finished visits nothing was said about. */
  due: DueRatings["items"];
  next: NextVisit | null;
  /** What comes after the next one. */
  later: readonly ConsultationItem[];
  earlier: readonly ConsultationItem[];
  /** The only ones shown; undefined: all. */
  shown: ShownStatus | undefined;
  isFirstPage: boolean;
  nextCursor: string | null;
};

/** My consultations: the next one large, what else comes, and the timeline of what was. */
export function VisitsScreen(props: VisitsScreenProps) {
  const { waiting, due, next, later, earlier, shown, isFirstPage, nextCursor } = props;
  const t = useTranslations("visits");
  const status = useTranslations("status.consultation");
  const when = useWhen();
  const isOverview = isFirstPage && !shown;
  const find = (look?: Parameters<typeof buttonClass>[0]) => (
    <Link href="/doctors" className={buttonClass(look)}>
      {t("find")}
    </Link>
  );
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8 p-4 pb-12 md:p-6 md:pb-18">
      <LiveVisits />
      <PageHeader
        title={t("title")}
        subtitle={t.rich("timesIn", { zone: when.zoneName(when.now), b: (text) => <b>{text}</b> })}
        actions={next && find({ variant: "quiet", size: "small" })}
      />
      <OutcomeFocus
        state={next?.id ?? ""}
        said={next ? t("nextIs", { when: when.dayAndTimeWithin(next.startsAt) }) : t("nothingAhead")}
      />
      {isOverview && !next && (
        <EmptyState title={t(earlier.length > 0 ? "nothingAhead" : "none")} action={find()}>
          {t("noneHint")}
        </EmptyState>
      )}
      {next && (
        <section aria-labelledby="next" className="flex flex-col gap-3">
          <h2 id="next">{t("next")}</h2>
          <NextVisitCard visit={next} />
        </section>
      )}
      <WaitingList items={waiting} />
      <DueRating items={due} />
      {later.length > 0 && (
        <section aria-labelledby="ahead" className="flex flex-col gap-3">
          <h2 id="ahead">{t("ahead")}</h2>
          <VisitRows visits={later} />
        </section>
      )}
      {(earlier.length > 0 || !isOverview) && (
        <section aria-labelledby="earlier" className="flex flex-col gap-4">
          <h2 id="earlier">{t("earlier")}</h2>
          <nav aria-label={t("show")}>
            <ChipRow>
              {[undefined, ...SHOWN_STATUSES].map((one) => (
                <Link
                  key={one ?? "all"}
                  href={visitsAddress(one)}
                  scroll={false}
                  aria-current={one === shown ? "true" : undefined}
                  className={chipClass(one === shown)}
                >
                  {one ? status(one) : t("all")}
                </Link>
              ))}
            </ChipRow>
          </nav>
          {earlier.length === 0 ? (
            <p className="text-ink-soft">{t("noneShown")}</p>
          ) : (
            <Timeline visits={earlier} />
          )}
        </section>
      )}
      <Pagination
        label={t("pages")}
        previousLabel={t("newest")}
        nextLabel={t("older")}
        previousHref={isFirstPage ? undefined : visitsAddress(shown)}
        nextHref={nextCursor ? visitsAddress(shown, nextCursor) : undefined}
        linkAs={Link}
      />
    </div>
  );
}
