import { ClientMessages } from "@amrutam/account/client-messages";
import type { Stars } from "@amrutam/domain/rating/policy";
import type { OwnRating as Own } from "@amrutam/domain/rating/schema";
import { Card } from "@amrutam/ui/card";
import { useTranslations } from "next-intl";
import { useWhen } from "../when/use-when";
import { OwnRating } from "./own-rating";

/** On a finished visit: how was it? Nothing where nothing may be said any more and nothing was. */
export function VisitRating({ visitId, own }: { visitId: string; own: Own }) {
  const t = useTranslations("rating");
  const when = useWhen();
  const { rating, givableUntil } = own;
  if (!rating && !givableUntil) return null;
  const dayOf = (iso: string) => when.day(iso, "long");
  const until = rating?.changeableUntil
    ? t("changeUntil", { until: dayOf(rating.changeableUntil) })
    : t(rating ? "settled" : "until", { until: givableUntil ? dayOf(givableUntil) : "" });
  return (
    <Card id="rating" aria-labelledby="rating-title" className="flex scroll-mt-4 flex-col gap-4">
      <h2 id="rating-title">{t(rating ? "yours" : "how")}</h2>
      <ClientMessages of={["rating"]}>
        <OwnRating
          visitId={visitId}
          rating={rating && { ...rating, stars: rating.stars as Stars }}
          until={until}
        />
      </ClientMessages>
    </Card>
  );
}
