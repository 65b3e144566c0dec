"use client";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { ConfirmDialog } from "@amrutam/ui/confirm-dialog";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActError } from "../portal-shell/act-error";
import { useAct } from "../portal-shell/use-act";

const ACTS = {
  renew: () => webClient.calendar.renewFeed.mutate({}),
  revoke: () => webClient.calendar.revokeFeed.mutate({}),
} as const;

/** Another address, or none; each is asked about first, since calendars that know the one of today lose it. */
export function FeedActs({ onDone }: { onDone: (told: "renewed" | "revoked") => void }) {
  const t = useTranslations("calendar.feed");
  const [asking, setAsking] = useState<keyof typeof ACTS | null>(null);
  const act = useAct(
    async () => {
      if (!asking) return null;
      await ACTS[asking]();
      return asking === "renew" ? ("renewed" as const) : ("revoked" as const);
    },
    (told) => {
      setAsking(null);
      if (told) onDone(told);
    },
  );
  const close = () => {
    setAsking(null);
    act.forget();
  };
  return (
    <div className="flex flex-wrap gap-3">
      <Button variant="quiet" size="small" onClick={() => setAsking("renew")}>
        {t("renew")}
      </Button>
      <Button variant="quiet" size="small" onClick={() => setAsking("revoke")}>
        {t("revoke")}
      </Button>
      {asking && (
        <ConfirmDialog
          open
          onClose={close}
          onConfirm={act.run}
          title={t(`${asking}Title`)}
          consequence={t(`${asking}Consequence`)}
          confirmLabel={t(asking)}
          cancelLabel={t("keep")}
          tone={asking === "revoke" ? "danger" : "primary"}
          pending={act.isPending}
          pendingLabel={t(asking === "renew" ? "renewing" : "revoking")}
        >
          <ActError error={act.error} />
        </ConfirmDialog>
      )}
    </div>
  );
}
