import { Card, CardHeader } from "@amrutam/ui/card";
import { linkClass } from "@amrutam/ui/link";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

/** What only this reader can move on. */
export async function Waiting({ pendingDoctors }: { pendingDoctors: number }) {
  const t = await getTranslations("adminOverview");
  return (
    <Card className="flex flex-col gap-3">
      <CardHeader level={2} title={t("waiting")} />
      {pendingDoctors === 0 ? (
        <p className="text-sm text-ink-soft">{t("nothingWaits")}</p>
      ) : (
        <div className="flex items-center justify-between gap-4 text-sm">
          <span>{t("doctorsWait", { count: pendingDoctors })}</span>
          <Link href="/doctors?approval=PENDING" className={linkClass("alone")}>
            {t("review")}
          </Link>
        </div>
      )}
    </Card>
  );
}
