"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useNews } from "@amrutam/client/live-session";
import type { SessionItem } from "@amrutam/domain/session/schema";
import { Button } from "@amrutam/ui/button";
import { ConfirmDialog } from "@amrutam/ui/confirm-dialog";
import { Notice } from "@amrutam/ui/notice";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { SessionsClient } from "./account-client";
import { DeviceRow } from "./device-row";
import { SecuritySection } from "./security-section";
import { useDeviceName } from "./use-device-name";

type DevicesSectionProps = { sessions: readonly SessionItem[]; client: SessionsClient };

/** Where one is signed in, this device first; ends one of the others, or all of them. */
export function DevicesSection({ sessions, client }: DevicesSectionProps) {
  const t = useTranslations("devices");
  const common = useTranslations("common");
  const say = useErrorMessage();
  const nameOf = useDeviceName();
  const router = useRouter();
  const outcome = useRef<HTMLParagraphElement>(null);
  const [pending, setPending] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const [told, setTold] = useState<{ done?: string; problem?: string }>({});
  useNews(["session.opened", "session.closed", "missed"], () => router.refresh());

  useEffect(() => {
    // The button that was pressed goes with its row.
    if (told.done) outcome.current?.focus();
  }, [told]);

  async function end(what: string, act: () => Promise<string>) {
    setPending(what);
    setTold({});
    try {
      setTold({ done: await act() });
      router.refresh();
    } catch (refusal) {
      setTold({ problem: say(refusal) });
    } finally {
      setPending(undefined);
      setAsking(false);
    }
  }
  const endOne = ({ id, device }: SessionItem) =>
    end(id, async () => {
      await client.session.revoke.mutate({ id });
      return t("ended", { device: nameOf(device) });
    });
  const endOthers = () =>
    end("others", async () => {
      const { ended } = await client.session.revokeOthers.mutate({});
      return t("endedOthers", { count: ended });
    });

  return (
    <SecuritySection id="devices" title={t("title")} lead={t("lead")}>
      {told.problem && <Notice kind="bad">{told.problem}</Notice>}
      <p
        ref={outcome}
        role="status"
        tabIndex={-1}
        className="text-sm text-leaf-strong outline-none empty:hidden"
      >
        {told.done}
      </p>
      <ul className="flex flex-col divide-y divide-line">
        {sessions.map((session) => (
          <DeviceRow
            key={session.id}
            session={session}
            isPending={pending === session.id}
            onEnd={() => endOne(session)}
          />
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="border-t border-line pt-4">
          <Button variant="quiet" onClick={() => setAsking(true)}>
            {t("endOthers")}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={endOthers}
        title={t("endOthersTitle")}
        consequence={t("endOthersConsequence")}
        confirmLabel={t("endOthersAct")}
        cancelLabel={common("cancel")}
        pending={pending === "others"}
        pendingLabel={t("pending")}
      />
    </SecuritySection>
  );
}
