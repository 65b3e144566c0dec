import { ClientMessages } from "@amrutam/account/client-messages";
import type { Audience } from "@amrutam/domain/notification/kinds";
import type { NotificationItem } from "@amrutam/domain/notification/schema";
import { EmptyState } from "@amrutam/ui/empty-state";
import { PageHeader } from "@amrutam/ui/page-header";
import { Pagination } from "@amrutam/ui/pagination";
import { Tag } from "@amrutam/ui/tag";
import { BellOff } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useWhen } from "../when/use-when";
import { InboxActs } from "./inbox-acts";
import { NoticeLink } from "./notice-link";

type InboxPageProps = {
  audience: Audience;
  items: readonly NotificationItem[];
  /** "" for a patient, "/doctor" for a doctor: where this side's pages begin. */
  base: string;
  nextCursor: string | null;
  isFirst: boolean;
};

/** What happened to one's visits, newest first, each with the way to it. */
export function InboxPage({ audience, items, base, nextCursor, isFirst }: InboxPageProps) {
  const t = useTranslations("notices");
  const when = useWhen();
  const say = ({ kind, visit, minutes }: NotificationItem) => {
    const line = t(`line.${audience}.${kind}`, {
      doctor: visit?.doctorName ?? "",
      when: visit ? when.dayAndTimeWithin(visit.startsAt) : "",
      by: (kind === "MISSED" ? visit?.missedBy : visit?.cancelledBy) ?? "PLATFORM",
      minutes: minutes ?? 0,
    });
    return visit?.dependantName ? t("whom", { name: visit.dependantName, line }) : line;
  };
  /** To the visit; an offer stands among the visits as long as it is open. */
  const hrefOf = ({ kind, visit }: NotificationItem) => {
    if (visit) return `${base}/visits/${visit.id}${kind === "HOW_WAS_IT" ? "#rating" : ""}`;
    return kind === "WAITLIST_OFFER" && audience === "PATIENT" ? "/visits" : null;
  };
  return (
    <ClientMessages of={["notices"]}>
      <div className="flex w-full max-w-2xl flex-col gap-4">
        <PageHeader title={t("inbox.title")} />
        <div className="flex flex-wrap items-start justify-between gap-3">
          <Link
            href={`${base}/account/notifications`}
            className="inline-flex min-h-6 items-center text-leaf underline underline-offset-[3px] touch:min-h-11"
          >
            {t("inbox.settings")}
          </Link>
          <InboxActs hasNew={items.some(({ isRead }) => !isRead)} />
        </div>
        {items.length === 0 && (
          <EmptyState icon={<BellOff aria-hidden size={28} strokeWidth={1.75} />} title={t("inbox.empty")}>
            {t("inbox.emptyHint")}
          </EmptyState>
        )}
        <ul className="flex flex-col">
          {items.map((item) => (
            <li key={item.id} className="flex flex-col gap-1 border-t border-line py-3">
              <p className={item.isRead ? "" : "font-semibold"}>
                <NoticeLink id={item.id} href={hrefOf(item)}>
                  {say(item)}
                </NoticeLink>
              </p>
              <p className="flex items-center gap-2 text-sm text-ink-soft">
                <time dateTime={item.createdAt}>{when.dayAndTime(item.createdAt, "short")}</time>
                {!item.isRead && <Tag tone="ok">{t("inbox.new")}</Tag>}
              </p>
            </li>
          ))}
        </ul>
        <Pagination
          label={t("inbox.title")}
          previousLabel={t("inbox.newest")}
          nextLabel={t("inbox.older")}
          linkAs={Link}
          {...(isFirst ? {} : { previousHref: `${base}/inbox` })}
          {...(nextCursor ? { nextHref: `${base}/inbox?cursor=${encodeURIComponent(nextCursor)}` } : {})}
        />
      </div>
    </ClientMessages>
  );
}
