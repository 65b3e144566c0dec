"use client";
import { useActKey } from "@amrutam/client/act-key";
import { webClient } from "@amrutam/client/web-client";
import type { ConsultationDetail } from "@amrutam/domain/consultation/schema";
import { linkClass } from "@amrutam/ui/link";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { MoveForm } from "./move-form";

type MoveVisitProps = {
  visit: Pick<ConsultationDetail, "id" | "doctor" | "mode" | "startsAt" | "fullDayTimes">;
  until: string;
  /** The visit's page, which shows the new time afterwards. */
  href: string;
};

/** Moving an own visit, signed in. */
export function MoveVisit({ visit, until, href }: MoveVisitProps) {
  const t = useTranslations("visitChange");
  const router = useRouter();
  const keyOf = useActKey();
  return (
    <MoveForm
      doctor={visit.doctor}
      mode={visit.mode}
      startsAt={visit.startsAt}
      fullDayTimes={visit.fullDayTimes}
      until={until}
      onMove={async (time) => {
        const input = { id: visit.id, slotId: time.id };
        await webClient.consultation.reschedule.mutate({ ...input, idempotencyKey: keyOf(input) });
        router.push(href);
        router.refresh();
      }}
      back={
        <Link href={href} className={linkClass("alone")}>
          {t("keep")}
        </Link>
      }
    />
  );
}
