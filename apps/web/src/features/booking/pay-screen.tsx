import { ClientMessages } from "@amrutam/account/client-messages";
import type { ConsultationDetail } from "@amrutam/domain/consultation/schema";
import { Card } from "@amrutam/ui/card";
import { useNow, useTranslations } from "next-intl";
import { useWhom } from "../visits/whom";
import { useMoney } from "../when/use-money";
import { PayStep } from "./pay-step";
import { SlotSummary } from "./slot-summary";

/** The held slot, its countdown and one act. */
export function PayScreen({ visit }: { visit: ConsultationDetail }) {
  const t = useTranslations("booking");
  const whom = useWhom()(visit);
  const now = useNow();
  const money = useMoney();
  return (
    <div className="mx-auto flex w-full max-w-lg flex-col gap-6 p-4 max-md:pb-28 md:p-6">
      <ClientMessages of={["booking"]}>
        <PayStep
          visitId={visit.id}
          holdExpiresAt={visit.status === "REQUESTED" ? visit.holdExpiresAt : null}
          canExtend={visit.canExtendHold}
          isRefunding={visit.payment?.status === "SUCCEEDED"}
          serverNow={now.toISOString()}
          amount={money(visit.fee)}
          isTest={visit.payment?.provider === "local"}
          otherTimes={`/doctors/${visit.doctor.id}#times`}
          summary={
            <Card>
              <SlotSummary
                doctor={{ ...visit.doctor, ...visit.doctorProfile }}
                startsAt={visit.startsAt}
                endsAt={visit.endsAt}
                fee={visit.fee}
                whom={whom}
              />
              <p className="mt-4 border-t border-line pt-4 text-sm whitespace-pre-line">
                <span className="block text-ink-soft">{t("reason")}</span>
                {visit.reason}
              </p>
            </Card>
          }
        />
      </ClientMessages>
    </div>
  );
}
