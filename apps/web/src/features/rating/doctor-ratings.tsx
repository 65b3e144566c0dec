import type { DoctorRatings as Ratings } from "@amrutam/domain/rating/schema";
import { Pagination } from "@amrutam/ui/pagination";
import { StarRow } from "@amrutam/ui/star-row";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useWhen } from "../when/use-when";
import { StarDistribution } from "./star-distribution";

type DoctorRatingsProps = {
  ratings: Ratings;
  /** Address of this page with another page of comments; undefined: the first. */
  href: (cursor?: string) => string;
  isFirstPage: boolean;
};

/** What patients gave a doctor and the words of those who agreed to be read, newest month first. */
export function DoctorRatings({ ratings, href, isFirstPage }: DoctorRatingsProps) {
  const t = useTranslations("rating");
  const when = useWhen();
  const { average, count, distribution, items, nextCursor } = ratings;
  return (
    <section id="ratings" aria-labelledby="ratings-title" className="flex scroll-mt-4 flex-col gap-4">
      <div>
        <h2 id="ratings-title">{t("public.title")}</h2>
        <p className="text-sm text-ink-soft">{t("public.about")}</p>
      </div>
      {average === null || !distribution ? (
        <p className="text-ink-soft">{count === 0 ? t("public.none") : t("public.few", { count })}</p>
      ) : (
        <div className="grid max-w-xl items-center gap-x-8 gap-y-4 sm:grid-cols-[auto_1fr]">
          <div className="flex flex-col gap-1">
            <p className="font-serif text-3xl leading-none">
              <span aria-hidden>{average.toFixed(1)}</span>
              <span className="sr-only">{t("public.average", { average: average.toFixed(1) })}</span>
            </p>
            <StarRow value={average} />
            <p className="text-sm text-ink-soft">{t("public.count", { count })}</p>
          </div>
          <StarDistribution distribution={distribution} />
        </div>
      )}
      {items.length > 0 && (
        <ul aria-label={t("public.comments")} className="flex flex-col">
          {items.map(({ id, stars, comment, month }) => (
            <li key={id} className="flex flex-col gap-1 border-t border-line py-4">
              <StarRow value={stars} label={t("shownStars", { stars })} />
              <p className="max-w-prose whitespace-pre-line wrap-anywhere">{comment}</p>
              <p className="text-sm text-ink-soft">
                {t("public.by", { month: when.month(`${month}-15T12:00:00Z`) })}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        label={t("public.pages")}
        previousLabel={t("public.first")}
        nextLabel={t("public.more")}
        previousHref={isFirstPage ? undefined : href()}
        nextHref={nextCursor ? href(nextCursor) : undefined}
        linkAs={Link}
      />
    </section>
  );
}
