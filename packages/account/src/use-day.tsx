"use client";
import { useFormatter } from "next-intl";

/** An instant as the day it was, in the reader's language and zone. */
export function useDay() {
  const format = useFormatter();
  return (instant: string) => format.dateTime(new Date(instant), { dateStyle: "medium" });
}
