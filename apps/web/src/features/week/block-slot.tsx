"use client";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { useTranslations } from "next-intl";
import { ActError } from "../portal-shell/act-error";
import { useAct } from "../portal-shell/use-act";

type BlockSlotProps = {
  id: string;
  status: "OPEN" | "BLOCKED";
  /** Names the time for whoever hears the page. */
  when: string;
};

/** Takes a free time out of the patients' sight, or puts it back; either is undone by the same button. */
export function BlockSlot({ id, status, when }: BlockSlotProps) {
  const t = useTranslations("portal.slot");
  const next = status === "OPEN" ? "BLOCKED" : "OPEN";
  const { run, isPending, error } = useAct(() => webClient.availability.block.mutate({ id, status: next }));
  return (
    <div className="flex flex-col items-end gap-1">
      <Button
        variant="ghost"
        size="small"
        pending={isPending}
        onClick={run}
        aria-label={t(`act.${next}For`, { when })}
      >
        {t(`act.${next}`)}
      </Button>
      <ActError error={error} />
    </div>
  );
}
