"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useErrorMessage } from "@amrutam/client/error-message";
import { refusalOf } from "@amrutam/client/refusal";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { Button } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { StickyActionBar } from "@amrutam/ui/sticky-action-bar";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { useWhen } from "../when/use-when";
import { ChooseTime } from "./choose-time";
import type { FreeTime } from "./weeks-times";

type MoveFormProps = {
  doctor: { id: string; fullName: string };
  mode: Mode;
  startsAt: string;
  /** Times of the visit's own day that are open to this visit alone, as the day is full. */
  fullDayTimes: readonly FreeTime[];
  /** Until when this can be done. */
  until: string;
  /** Resolves when the new time is had; stays pending for whoever leaves the page afterwards. */
  onMove: (time: FreeTime) => Promise<void>;
  /** The way back. */
  back?: ReactNode;
};

/** The present time, the open ones, and one act that says what it will do. */
export function MoveForm({ doctor, mode, startsAt, fullDayTimes, until, onMove, back }: MoveFormProps) {
  const t = useTranslations("visitChange");
  const say = useErrorMessage();
  const when = useWhen();
  const isUnderWay = useRef(false);
  const [chosen, setChosen] = useState<FreeTime | null>(null);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  /** Refused since the page was opened; the others are asked for again. */
  const [lost, setLost] = useState<readonly string[]>([]);

  async function move() {
    if (isUnderWay.current || !chosen) return;
    isUnderWay.current = true;
    setPending(true);
    setFailure(null);
    try {
      await onMove(chosen);
    } catch (error) {
      setFailure(error);
      if (refusalOf(error)?.code.startsWith("booking.")) setLost((ids) => [...ids, chosen.id]);
      setChosen(null);
      setRound((count) => count + 1);
      setPending(false);
      isUnderWay.current = false;
    }
  }
  const isTaken = refusalOf(failure)?.code === "booking.slot_taken";
  const button = (block: boolean) => (
    <Button block={block} pending={isPending} pendingLabel={t("moving")} disabled={!chosen} onClick={move}>
      {chosen ? t("moveTo", { when: when.dayAndTimeWithin(chosen.startsAt) }) : t("move")}
    </Button>
  );
  return (
    <div className="flex flex-col gap-6 max-md:pb-24">
      <header>
        <h1 tabIndex={-1}>{t("title")}</h1>
        <p className="mt-1 text-ink-soft">{t("lead", { doctor: doctor.fullName })}</p>
      </header>
      <FormRefusal of={failure}>
        {isTaken ? t("taken", { when: when.dayAndTimeWithin(startsAt) }) : say(failure)}
      </FormRefusal>
      <Card padding="small">
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <dt className="text-ink-soft">{t("now")}</dt>
          <dd>{when.dayAndTime(startsAt)}</dd>
          <dt className="text-ink-soft">{t("newTime")}</dt>
          <dd className="font-semibold">{chosen ? when.dayAndTime(chosen.startsAt) : "–"}</dd>
        </dl>
      </Card>
      <ChooseTime
        doctorId={doctor.id}
        mode={mode}
        present={startsAt}
        fullDayTimes={fullDayTimes.filter(({ id }) => !lost.includes(id))}
        chosen={chosen}
        onChoose={setChosen}
        round={round}
      />
      <p role="status" className="sr-only">
        {chosen && t("chosen", { when: when.dayAndTime(chosen.startsAt) })}
      </p>
      <p className="text-sm text-ink-soft">{t("until", { until: when.dayAndTimeWithin(until) })}</p>
      <div className="flex flex-wrap items-center gap-3">
        <div className="max-md:hidden">{button(false)}</div>
        {back}
      </div>
      <StickyActionBar>{button(true)}</StickyActionBar>
    </div>
  );
}
