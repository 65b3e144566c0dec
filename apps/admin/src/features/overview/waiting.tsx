import { Card, CardHeader } from "@amrutam/ui/card";
import { linkClass } from "@amrutam/ui/link";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

type WaitingProps = { pendingDoctors: number; pendingComments: number };

/** What only this reader can move on. */
export async function Waiting({ pendingDoctors, pendingComments }: WaitingProps) {
  const t = await getTranslations("adminOverview");
  const queues = [
    { href: "/doctors?approval=PENDING", count: pendingDoctors, text: "doctorsWait", act: "review" },
    { href: "/ratings", count: pendingComments, text: "commentsWait", act: "read" },
  ] as const;
  const waiting = queues.filter(({ count }) => count > 0);
  return (
    <Card className="flex flex-col gap-3">
      <CardHeader level={2} title={t("waiting")} />
      {waiting.length === 0 && <p className="text-sm text-ink-soft">{t("nothingWaits")}</p>}
      {waiting.map(({ href, count, text, act }) => (
        <div key={href} className="flex items-center justify-between gap-4 text-sm">
          <span>{t(text, { count })}</span>
          <Link href={href} className={linkClass("alone")}>
            {t(act)}
          </Link>
        </div>
      ))}
    </Card>
  );
}
