"use client";
import { useTranslations } from "next-intl";
import { useServerNow } from "../visit/use-server-now";
import { untilStart } from "./until-start";

type StartsInProps = {
  /** ISO instant at which the visit is expected to begin, what the doctor announced included */
  startsAt: string;
  /** ISO instant */
  serverNow: string;
};

/** How long it is until a visit, going on by itself. */
export function StartsIn({ startsAt, serverNow }: StartsInProps) {
  const t = useTranslations("visits.startsIn");
  const { unit, ...left } = untilStart(Date.parse(startsAt) - useServerNow(serverNow));
  return <span role="timer">{t(unit, { days: 0, hours: 0, minutes: 0, ...left })}</span>;
}
