"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useErrorMessage } from "@amrutam/client/error-message";
import { refusalOf } from "@amrutam/client/refusal";
import { webClient } from "@amrutam/client/web-client";
import { linkClass } from "@amrutam/ui/link";
import { Notice } from "@amrutam/ui/notice";
import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import type { Booker } from "./booking-form";

/** Most who book have confirmed their address. */
const ResendMail = lazy(() =>
  import("@amrutam/account/resend-mail").then((mail) => ({ default: mail.ResendMail })),
);

/** What stands between this person and the booking, with the way on. */
export function BookingRefusal({ refusal, booker }: { refusal: unknown; booker: Booker }) {
  const t = useTranslations("booking");
  const say = useErrorMessage();
  const code = refusalOf(refusal)?.code;
  const isOwnHold = code === "booking.too_many_holds" || code === "booking.patient_overlap";
  return (
    <>
      {booker.kind === "staff" && <Notice kind="warn">{t("staff")}</Notice>}
      {booker.kind === "unverified" && (
        <Notice
          kind="warn"
          title={t("unverified")}
          action={
            <Suspense fallback={null}>
              <ResendMail client={webClient} email={booker.email} />
            </Suspense>
          }
        >
          {t("unverifiedHint", { email: booker.email })}
        </Notice>
      )}
      <FormRefusal
        of={refusal}
        action={
          isOwnHold && (
            <a href="/visits" className={linkClass("inline")}>
              {t("toVisits")}
            </a>
          )
        }
      >
        {say(refusal)}
      </FormRefusal>
    </>
  );
}
