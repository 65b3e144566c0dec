import { ClientMessages } from "@amrutam/account/client-messages";
import type { ModeratedRating } from "@amrutam/domain/admin/rating-schema";
import { COMMENT_STATES } from "@amrutam/domain/rating/policy";
import { Card } from "@amrutam/ui/card";
import { PageHeader } from "@amrutam/ui/page-header";
import { TabsNav } from "@amrutam/ui/tabs-nav";
import { Tag } from "@amrutam/ui/tag";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import { ListPages } from "../listing/list-pages";
import { NoRows } from "../listing/no-rows";
import { Outcome } from "../listing/outcome";
import { hrefOf } from "../listing/query";
import type { Reader } from "../listing/reader";
import type { ratingQuery } from "./rating-query";
import { RatingRow } from "./rating-row";

type RatingsProps = {
  query: z.output<typeof ratingQuery>;
  ratings: readonly ModeratedRating[];
  pending: number;
  nextCursor: string | null;
  reader: Reader;
};

/** Comments by what was decided about them; who waits longest comes first in the queue. */
export async function Ratings({ query, ratings, pending, nextCursor, reader }: RatingsProps) {
  const t = await getTranslations("adminRatings");
  return (
    <>
      <PageHeader size="dense" title={t("title")} subtitle={t("subtitle", { count: pending })} />
      <TabsNav
        label={t("tabs")}
        linkAs={Link}
        items={COMMENT_STATES.map((state) => ({
          href: hrefOf("/ratings", { state }),
          label: t(`states.${state}`),
          current: query.state === state,
          badge: state === "PENDING" && pending > 0 && <Tag tone="warn">{pending}</Tag>,
        }))}
      />
      <p className="max-w-prose text-sm text-ink-soft">{t("guide")}</p>
      <ClientMessages of={["adminList", "adminRatings", "stepUp"]}>
        <Outcome>
          {ratings.length === 0 ? (
            <NoRows
              title={t(query.state === "PENDING" ? "none" : "empty")}
              path="/ratings"
              isFiltered={false}
            />
          ) : (
            <Card padding="none">
              <ul>
                {ratings.map((rating) => (
                  <RatingRow key={rating.id} rating={rating} reader={reader} />
                ))}
              </ul>
            </Card>
          )}
        </Outcome>
      </ClientMessages>
      <ListPages path="/ratings" query={query} nextCursor={nextCursor} />
    </>
  );
}
