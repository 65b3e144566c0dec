import type { EarlierVisit } from "@amrutam/domain/consultation/history";
import { Card } from "@amrutam/ui/card";
import { linkClass } from "@amrutam/ui/link";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Clock } from "../day/day-row";
import { LinkPending } from "../shell/link-pending";
import { EarlierVisitItem } from "./earlier-visit-item";

export type History = Readonly<{ items: readonly EarlierVisit[]; nextCursor: string | null }>;

type EarlierVisitsProps = {
  history: History;
  /** Whose visits these are. */
  name: string;
  /** Shows more of them; null where all that can be shown is. */
  moreHref: string | null;
  clock: Clock;
};

/** Beside the note: what came before with this person. */
export function EarlierVisits({ history, name, moreHref, clock }: EarlierVisitsProps) {
  const t = useTranslations("visitRoom.history");
  const { items, nextCursor } = history;
  return (
    <Card padding="small" id="earlier" className="flex scroll-mt-4 flex-col gap-3">
      <h2 className="font-sans text-sm font-semibold">{t("title")}</h2>
      {items.length === 0 ? (
        <p className="text-sm text-ink-soft">{t("none", { name })}</p>
      ) : (
        <ul className="flex flex-col">
          {items.map((visit) => (
            <EarlierVisitItem key={visit.id} visit={visit} clock={clock} />
          ))}
        </ul>
      )}
      {nextCursor && moreHref && (
        <Link href={moreHref} scroll={false} className={linkClass("alone")}>
          {t("more")}
          <LinkPending />
        </Link>
      )}
      {nextCursor && !moreHref && (
        <p className="text-sm text-ink-soft">{t("rest", { count: items.length })}</p>
      )}
    </Card>
  );
}
