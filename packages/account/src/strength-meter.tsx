"use client";
import type { PasswordReason } from "@amrutam/domain/auth/password-reasons";
import type { PasswordVerdict } from "@amrutam/domain/auth/password-verdict";
import { PASSWORD_MIN } from "@amrutam/domain/text/limits";
import { LevelBar } from "@amrutam/ui/level-bar";
import { useTranslations } from "next-intl";

const STEPS = 4;
/** By the score of 0 to 4; before there is one, nothing is filled. */
const LEVELS = [
  { level: 1, tone: "bad" },
  { level: 1, tone: "bad" },
  { level: 2, tone: "warn" },
  { level: 3, tone: "ok" },
  { level: 4, tone: "ok" },
] as const;
const UNKNOWN = { level: 0, tone: "ok" } as const;

/** Why a password won't do and what to do instead, in words. Needs the namespace `passwords`. */
export function useReasonText() {
  const t = useTranslations("passwords.strength");
  return (reason: PasswordReason, password: string): string =>
    t(`reasons.${reason}`, { missing: Math.max(0, PASSWORD_MIN - [...password].length) });
}

/** How a password being typed stands: a bar, and the same in words, which is also read out. */
export function StrengthMeter({ verdict, password }: { verdict: PasswordVerdict | null; password: string }) {
  const t = useTranslations("passwords.strength");
  const reasonText = useReasonText();
  if (password === "") return null;
  const words = (found: PasswordVerdict) =>
    found.reason ? reasonText(found.reason, password) : t(found.score === STEPS ? "best" : "good");
  return (
    <div className="flex flex-col gap-1">
      <LevelBar steps={STEPS} {...((verdict && LEVELS[verdict.score]) ?? UNKNOWN)} />
      <p role="status" className="min-h-5 text-xs text-ink-soft">
        {verdict ? words(verdict) : t("checking")}
      </p>
    </div>
  );
}
