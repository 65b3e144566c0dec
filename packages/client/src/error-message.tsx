"use client";
import type { RefusalCode } from "@amrutam/domain/refusals";
import type {} from "@amrutam/messages/app-config";
import type { Messages } from "@amrutam/messages/catalog";
import { waitOf } from "@amrutam/messages/wait";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { refusalOf } from "./refusal";

type WithoutDots<T extends string> = T extends `${infer Head}.${infer Tail}`
  ? `${Head}_${WithoutDots<Tail>}`
  : T;

/** Doesn't compile while a refusal lacks its sentence. */
type RefusalKey = WithoutDots<RefusalCode> & keyof Messages["refusals"];
type Complete = WithoutDots<RefusalCode> extends RefusalKey ? true : never;
const isComplete: Complete = true;

const keyOf = (code: RefusalCode) => code.replaceAll(".", "_") as RefusalKey;

/**
 * The sentence for a code, or for whatever a call was rejected with, in the reader's language. What is no answer of
 * ours (no network) reads as a service that can't be reached; one that time heals says how much of it. The same function
 * for as long as the language is the same, so that effects may depend on it. Needs the namespace `refusals`.
 */
export function useErrorMessage() {
  const t = useTranslations("refusals");
  return useCallback(
    (error: unknown): string => {
      if (typeof error === "string" && isComplete) return t(keyOf(error as RefusalCode));
      const refusal = refusalOf(error);
      const wait = refusal?.details.retryAfterSec;
      if (refusal?.code === "rate.limited" && typeof wait === "number")
        return t("rate_limited_for", waitOf(wait));
      return t(keyOf(refusal?.code ?? "service.unavailable"));
    },
    [t],
  );
}
