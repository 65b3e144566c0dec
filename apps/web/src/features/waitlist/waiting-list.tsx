import { ClientMessages } from "@amrutam/account/client-messages";
import type { WaitlistItem } from "@amrutam/domain/waitlist/schema";
import { buttonClass } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useWhen } from "../when/use-when";
import { LeaveWaiting } from "./leave-waiting";

/** The queues one waits in, what is held right now first; nothing where one waits in none. */
export function WaitingList({ items }: { items: readonly WaitlistItem[] }) {
  const t = useTranslations("waitlist");
  const name = useTranslations("catalogue");
  const when = useWhen();
  if (items.length === 0) return null;
  const lastDay = (to: string) => when.day(new Date(Date.parse(to) - 1).toISOString(), "short");
  return (
    <section aria-labelledby="waiting" className="flex flex-col gap-3">
      <h2 id="waiting">{t("listTitle")}</h2>
      <ul className="flex flex-col gap-3">
        {items.map((item) => (
          <li key={item.id}>
            <Card>
              <p className="font-semibold">
                {item.doctor
                  ? t("with", { doctor: item.doctor.fullName })
                  : t("withAny", { specialization: name(`specializations.${item.specialization}`) })}
              </p>
              <p className="text-sm text-ink-soft">
                {t("window", { from: when.day(item.from, "short"), to: lastDay(item.to) })}
                {` · ${name(`modes.${item.mode}`)}`}
                {item.dependantName && ` · ${t("forPerson", { name: item.dependantName })}`}
              </p>
              {item.offer && (
                <p className="mt-2 font-semibold text-turmeric">
                  {t("held", {
                    when: when.dayAndTime(item.offer.startsAt),
                    doctor: item.offer.doctorName,
                    until: when.time(item.offer.expiresAt),
                  })}
                </p>
              )}
              <div className="mt-3 flex flex-wrap gap-3">
                {item.offer && (
                  <Link href={item.offer.path} className={buttonClass()}>
                    {t("open")}
                  </Link>
                )}
                <ClientMessages of={["waitlist"]}>
                  <LeaveWaiting id={item.id} />
                </ClientMessages>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}
