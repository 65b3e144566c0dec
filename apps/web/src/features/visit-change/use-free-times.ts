"use client";
import { webClient } from "@amrutam/client/web-client";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { useEffect, useState } from "react";

export type FreeTime = Readonly<{ id: string; startsAt: string }>;
type Times = Readonly<{ items: readonly FreeTime[]; nextAfter: string | null }>;

const WEEK_MS = 7 * 86_400_000;

/**
 * A doctor's open times of seven days from `from` on, for one mode; null until they are there.
 * @param round changes to ask again, e.g. after a time was lost
 */
export function useFreeTimes(doctorId: string, mode: Mode, from: string, round: number) {
  const [times, setTimes] = useState<Times | null>(null);
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

/** The start of the seven days before or after, never before now. */
export const weekBeside = (from: string, step: 1 | -1, now: string): string =>
  new Date(Math.max(Date.parse(from) + step * WEEK_MS, Date.parse(now))).toISOString();
