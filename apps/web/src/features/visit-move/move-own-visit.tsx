"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useActKey } from "@amrutam/client/act-key";
import { useErrorMessage } from "@amrutam/client/error-message";
import { refusalOf } from "@amrutam/client/refusal";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { SlotButton } from "@amrutam/ui/slot-button";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";

/** A free time in the words of the practice's clock; `when` in full, `soon` short and inside a sentence. */
export type OwnTime = Readonly<{ id: string; day: string; time: string; when: string; soon: string }>;
export type OwnDay = Readonly<{ date: string; title: string; times: readonly OwnTime[] }>;

type MoveOwnVisitProps = {
  id: string;
  /** The visit's present time in words. */
  present: string;
  days: readonly OwnDay[];
  /** What stands in the place of times when there are none. */
  empty: ReactNode;
};

/** One of the own free times is chosen, and one act says what it will do. */
export function MoveOwnVisit({ id, present, days, empty }: MoveOwnVisitProps) {
  const t = useTranslations("visitRoom.move");
  const say = useErrorMessage();
  const router = useRouter();
  const keyOf = useActKey();
  const isUnderWay = useRef(false);
  const [chosen, setChosen] = useState<OwnTime | null>(null);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function move() {
    if (isUnderWay.current || !chosen) return;
    isUnderWay.current = true;
    setPending(true);
    setFailure(null);
    try {
      const input = { id, slotId: chosen.id };
      await webClient.consultation.reschedule.mutate({ ...input, idempotencyKey: keyOf(input) });
      router.push(`/doctor/visits/${id}`);
      router.refresh();
    } catch (error) {
      setFailure(error);
      setChosen(null);
      setPending(false);
      isUnderWay.current = false;
      // What is free now, without what was lost.
      router.refresh();
    }
  }
  const isTaken = refusalOf(failure)?.code === "booking.slot_taken";
  return (
    <div className="flex flex-col gap-6">
      <FormRefusal of={failure}>{isTaken ? t("taken", { when: present }) : say(failure)}</FormRefusal>
      <Card padding="small">
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <dt className="text-ink-soft">{t("now")}</dt>
          <dd>{present}</dd>
          <dt className="text-ink-soft">{t("newTime")}</dt>
          <dd className="font-semibold">{chosen?.when ?? t("notChosen")}</dd>
        </dl>
      </Card>
      {days.length === 0 && empty}
      <ol className="flex flex-col gap-4">
        {days.map((day) => (
          <li key={day.date} className="flex flex-col gap-2">
            <h3 className="font-sans text-sm font-semibold">{day.title}</h3>
            <ul className="flex flex-wrap gap-2">
              {day.times.map((time) => (
                <li key={time.id}>
                  <SlotButton
                    top={time.day}
                    bottom={time.time}
                    state={chosen?.id === time.id ? "chosen" : "open"}
                    onClick={() => setChosen(time)}
                  />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {chosen && t("chosen", { when: chosen.when })}
      </p>
      {/* At the thumb, above the portal's tabs, as long as those are there. */}
      <div className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-10 -mx-4 border-t border-line bg-surface px-4 py-3 md:-mx-6 md:px-6 lg:static lg:m-0 lg:border-0 lg:bg-transparent lg:p-0">
        <Button
          className="max-lg:w-full"
          pending={isPending}
          pendingLabel={t("moving")}
          disabled={!chosen}
          onClick={move}
        >
          {chosen ? t("actTo", { when: chosen.soon }) : t("act")}
        </Button>
      </div>
    </div>
  );
}
