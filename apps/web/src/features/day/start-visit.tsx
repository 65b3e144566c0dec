"use client";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActError } from "../portal-shell/act-error";
import { useAct } from "../portal-shell/use-act";

/** Begins a visit with one press and opens it. @param label names the patient for whoever hears the page */
export function StartVisit({ id, label }: { id: string; label: string }) {
  const t = useTranslations("portal.day");
  const router = useRouter();
  const { run, isPending, error } = useAct(
    () => webClient.consultation.start.mutate({ id }),
    () => router.push(`/doctor/visits/${id}`),
  );
  return (
    <div className="flex flex-col items-start gap-1 sm:items-end">
      <Button pending={isPending} pendingLabel={t("starting")} onClick={run} aria-label={label}>
        {t("start")}
      </Button>
      <ActError error={error} />
    </div>
  );
}
