"use client";
import { useNews } from "@amrutam/client/live-session";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActError } from "../portal-shell/act-error";
import { useAct } from "../portal-shell/use-act";

/** Keeps the inbox in step with what happens, and marks all of it as seen. */
export function InboxActs({ hasNew }: { hasNew: boolean }) {
  const t = useTranslations("notices.inbox");
  const router = useRouter();
  useNews(["notification.changed", "missed"], () => router.refresh());
  const { run, isPending, error } = useAct(() => webClient.notification.markRead.mutate({}));
  return (
    <div className="flex flex-col items-start gap-1">
      {hasNew && (
        <Button variant="quiet" size="small" pending={isPending} onClick={run}>
          {t("markAll")}
        </Button>
      )}
      <ActError error={error} />
    </div>
  );
}
