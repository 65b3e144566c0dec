"use client";
import type { CommentState, HideReason, Stars } from "@amrutam/domain/rating/policy";
import { StarRow } from "@amrutam/ui/star-row";
import { Tag } from "@amrutam/ui/tag";
import { useTranslations } from "next-intl";

export type Said = Readonly<{
  stars: Stars;
  comment: string;
  commentState: CommentState | null;
  hideReason: HideReason | null;
}>;

const TONE = { PENDING: "warn", PUBLISHED: "ok", HIDDEN: "none" } as const;

/** What the reader said of a visit, and what became of the words. */
export function SaidRating({ said }: { said: Said }) {
  const t = useTranslations("rating");
  const { stars, comment, commentState, hideReason } = said;
  return (
    <div className="flex flex-col gap-2">
      <StarRow value={stars} size={22} label={t("shownStars", { stars })} />
      {commentState && (
        <>
          <p className="max-w-prose whitespace-pre-line wrap-anywhere">{comment}</p>
          <p className="text-sm text-ink-soft">
            <Tag tone={TONE[commentState]}>{t(`states.${commentState}`)}</Tag>{" "}
            {hideReason && `${t(`hidden.${hideReason}`)} `}
            {t(`stateText.${commentState}`)}
          </p>
        </>
      )}
    </div>
  );
}
