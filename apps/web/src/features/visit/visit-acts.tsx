"use client";
import { useActKey } from "@amrutam/client/act-key";
import { webClient } from "@amrutam/client/web-client";
import { Button, buttonClass } from "@amrutam/ui/button";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActError } from "../portal-shell/act-error";
import { useAct } from "../portal-shell/use-act";
import { LinkPending } from "../shell/link-pending";
import { ConfirmedAct } from "./confirmed-act";
import { type ActSpan, type ActSpans, spanState } from "./span-state";
import { useServerNow } from "./use-server-now";

type VisitActsProps = {
  id: string;
  name: string;
  spans: ActSpans;
  /** From when, as the doctor's clock says it. */
  startFrom: string;
  missFrom: string;
  /** What goes back when the doctor cancels, in words; null when nothing was paid. */
  refund: string | null;
  /** Where another time is chosen; null when the visit can't be moved. */
  moveHref: string | null;
  /** ISO instant of the server */
  now: string;
};

function StartAct({ id, span, nowMs, from }: { id: string; span: ActSpan; nowMs: number; from: string }) {
  const t = useTranslations("visitRoom.acts");
  const { run, isPending, error } = useAct(() => webClient.consultation.start.mutate({ id }));
  const state = spanState(span, nowMs);
  if (state !== "open")
    return (
      <p className="text-sm text-ink-soft">
        {state === "early" ? t("startFrom", { time: from }) : t("startOver")}
      </p>
    );
  return (
    <div className="flex flex-col gap-1">
      <Button pending={isPending} pendingLabel={t("starting")} onClick={run}>
        {t("start")}
      </Button>
      <ActError error={error} />
    </div>
  );
}

/** What can be done with the visit now; what the clock doesn't allow yet says from when. */
export function VisitActs({ id, name, spans, startFrom, missFrom, refund, moveHref, now }: VisitActsProps) {
  const t = useTranslations("visitRoom.acts");
  const nowMs = useServerNow(now);
  const keyOf = useActKey();
  const { start, complete, miss, cancel } = spans;
  const missState = miss && spanState(miss, nowMs);
  const keep = t("keep");
  const cancelVisit = () => {
    const input = { id };
    return webClient.consultation.cancel.mutate({ ...input, idempotencyKey: keyOf(input) });
  };
  if (!start && !complete && !miss && !cancel) return null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-3">
        {start && <StartAct id={id} span={start} nowMs={nowMs} from={startFrom} />}
        {complete && (
          <ConfirmedAct
            act={() => webClient.consultation.complete.mutate({ id })}
            variant="primary"
            tone="primary"
            words={{
              act: t("complete"),
              title: t("completeTitle", { name }),
              consequence: t("completeText"),
              pending: t("completing"),
              keep,
            }}
          />
        )}
        {missState === "open" && (
          <ConfirmedAct
            act={() => webClient.consultation.miss.mutate({ id, by: "PATIENT" })}
            variant="quiet"
            tone="danger"
            words={{
              act: t("miss"),
              title: t("missTitle", { name }),
              consequence: t("missText"),
              pending: t("missing"),
              keep,
            }}
          />
        )}
        {moveHref && (
          <Link href={moveHref} className={buttonClass({ variant: "quiet" })}>
            {t("move")}
            <LinkPending />
          </Link>
        )}
        {cancel && spanState(cancel, nowMs) === "open" && (
          <ConfirmedAct
            act={cancelVisit}
            variant="quiet"
            tone="danger"
            words={{
              act: t("cancel"),
              title: t("cancelTitle", { name }),
              consequence:
                refund === null ? t("cancelFree", { name }) : t("cancelText", { name, amount: refund }),
              pending: t("cancelling"),
              keep,
            }}
          />
        )}
      </div>
      {missState === "early" && start && spanState(start, nowMs) === "open" && (
        <p className="text-sm text-ink-soft">{t("missFrom", { time: missFrom })}</p>
      )}
    </div>
  );
}
