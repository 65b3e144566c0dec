"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { Button } from "@amrutam/ui/button";
import { EmptyState } from "@amrutam/ui/empty-state";
import { Notice } from "@amrutam/ui/notice";
import { Loading, Skeleton } from "@amrutam/ui/skeleton";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWhen } from "../when/use-when";
import { TimeList } from "./time-list";
import { useFreeTimes } from "./use-free-times";
import { type FreeTime, weekBeside, withFullDay } from "./weeks-times";

type ChooseTimeProps = {
  doctorId: string;
  mode: Mode;
  /** The visit's own slot is not among the open ones, but a group session may be. */
  present: string;
  /** Open to this visit alone. */
  fullDayTimes: readonly FreeTime[];
  chosen: FreeTime | null;
  onChoose: (time: FreeTime | null) => void;
  /** Changes when the times must be asked for again. */
  round: number;
};

/** Seven days of a doctor's open times at once, with the way to the next seven. */
export function ChooseTime(props: ChooseTimeProps) {
  const { doctorId, mode, present, fullDayTimes, chosen, onChoose, round } = props;
  const t = useTranslations("visitChange");
  const say = useErrorMessage();
  const when = useWhen();
  const [now] = useState(when.now);
  const [from, setFrom] = useState(now);
  const { times: open, failure } = useFreeTimes(doctorId, mode, from, round);
  const times = open && withFullDay(open, fullDayTimes, from);
  const items = times?.items.filter(({ startsAt }) => startsAt !== present) ?? [];
  const go = (start: string) => {
    onChoose(null);
    setFrom(start);
  };
  return (
    <section aria-labelledby="free-times" className="flex flex-col gap-4">
      <div>
        <h2 id="free-times">{t("times")}</h2>
        <p className="text-sm text-ink-soft">
          {t.rich("timesIn", { zone: when.zoneName(now), b: (text) => <b>{text}</b> })}
        </p>
      </div>
      {failure !== null && <Notice kind="bad">{say(failure)}</Notice>}
      {!times && failure === null && (
        <Loading label={t("loading")}>
          <div className="flex flex-wrap gap-2">
            {["a", "b", "c", "d", "e", "f"].map((key) => (
              <Skeleton key={key} className="h-11 w-19" />
            ))}
          </div>
        </Loading>
      )}
      {times && items.length > 0 && <TimeList items={items} chosen={chosen} onChoose={onChoose} />}
      {times && items.length === 0 && (
        <EmptyState
          title={t("none")}
          action={
            times.nextAfter && (
              <Button variant="quiet" onClick={() => go(times.nextAfter ?? now)}>
                {t("jump", { when: when.dayAndTimeWithin(times.nextAfter) })}
              </Button>
            )
          }
        >
          {t("noneHint")}
        </EmptyState>
      )}
      <div className="flex flex-wrap justify-between gap-3">
        <Button
          variant="quiet"
          size="small"
          disabled={from === now}
          onClick={() => go(weekBeside(from, -1, now))}
        >
          {t("earlierTimes")}
        </Button>
        <Button variant="quiet" size="small" onClick={() => go(weekBeside(from, 1, now))}>
          {t("laterTimes")}
        </Button>
      </div>
    </section>
  );
}
