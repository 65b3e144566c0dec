import type { ModeratedRating } from "@amrutam/domain/admin/rating-schema";
import { linkClass } from "@amrutam/ui/link";
import { StarRow } from "@amrutam/ui/star-row";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { hrefOf } from "../listing/query";
import type { Reader } from "../listing/reader";
import { stamp } from "../listing/stamp";
import { DecideRating } from "./decide-rating";

/** One comment as it would be read: stars, words, whom it is about; what was decided, and what may be. */
export async function RatingRow({ rating, reader }: { rating: ModeratedRating; reader: Reader }) {
  const t = await getTranslations("adminRatings");
  const shown = await getTranslations("rating");
  const { doctor, stars, comment, hideReason, decidedAt, decidedByName } = rating;
  const at = (iso: string) => stamp(iso, reader.zone, reader.locale);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-b border-line px-4 py-4 last:border-b-0">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <StarRow value={stars} label={shown("shownStars", { stars })} />
          <span>
            <Link href={hrefOf("/doctors", { q: doctor.id })} className={linkClass("plain")}>
              {t("about", { doctor: doctor.fullName })}
            </Link>
          </span>
        </p>
        {comment === null ? (
          <p className="text-ink-soft">{t("erased")}</p>
        ) : (
          <p className="max-w-prose whitespace-pre-line wrap-anywhere">{comment}</p>
        )}
        <p className="text-sm text-ink-soft">
          {t("written", { when: at(rating.commentedAt) })}
          {hideReason && ` · ${t("keptBack", { reason: t(`reasons.${hideReason}`) })}`}
          {decidedAt && ` · ${t("decided", { when: at(decidedAt), name: decidedByName ?? t("platform") })}`}
        </p>
      </div>
      <DecideRating
        rating={{
          id: rating.id,
          revision: rating.revision,
          state: rating.state,
          doctorName: doctor.fullName,
          isReadable: comment !== null,
        }}
      />
    </li>
  );
}
