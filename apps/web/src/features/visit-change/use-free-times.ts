"use client";
import { webClient } from "@amrutam/client/web-client";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { useEffect, useState } from "react";
import { WEEK_MS, type WeeksTimes } from "./weeks-times";

/**
 * A doctor's open times of seven days from `from` on, for one mode; null until they are there.
 * @param round changes to ask again, e.g. after a time was lost
 */
export function useFreeTimes(doctorId: string, mode: Mode, from: string, round: number) {
  const [times, setTimes] = useState<WeeksTimes | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let isCurrent = round >= 0;
    setTimes(null);
    setFailure(null);
    const to = new Date(Date.parse(from) + WEEK_MS).toISOString();
    webClient.doctor.slots
      .query({ doctorId, from, to })
      .then(({ items, nextAfter }) => {
        if (!isCurrent) return;
        setTimes({
          items: items.filter(({ modes }) => modes.includes(mode)),
          nextAfter: nextAfter?.startsAt ?? null,
        });
      })
      .catch((error: unknown) => isCurrent && setFailure(error));
    return () => {
      isCurrent = false;
    };
  }, [doctorId, mode, from, round]);
  return { times, failure };
}
