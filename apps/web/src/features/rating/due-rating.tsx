import type { DueRatings } from "@amrutam/domain/rating/schema";
import { buttonClass } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { LinkPending } from "../shell/link-pending";
import { useWhen } from "../when/use-when";

/** Asks about the latest visit nothing was said about; the one before comes when this one is answered. */
export function DueRating({ items }: { items: DueRatings["items"] }) {
  const t = useTranslations("rating");
  const when = useWhen();
  const [latest] = items;
  if (!latest) return null;
  return (
    <Card
      aria-labelledby="due-rating"
      padding="small"
      className="flex flex-wrap items-center justify-between gap-3"
    >
      <div className="min-w-0">
        <h2 id="due-rating" className="font-sans text-base font-semibold">
          {t("howWith", { doctor: latest.doctor.fullName })}
        </h2>
        <p className="text-sm text-ink-soft">{t("dueText", { when: when.dayAndTime(latest.startsAt) })}</p>
      </div>
      <Link
        href={`/visits/${latest.consultationId}#rating`}
        className={buttonClass({ variant: "quiet", size: "small" })}
      >
        {t("rate")}
        <LinkPending />
      </Link>
    </Card>
  );
}
