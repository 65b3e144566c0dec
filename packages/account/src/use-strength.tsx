"use client";
import type { PasswordVerdict } from "@amrutam/domain/auth/password-verdict";
import { PASSWORD_MAX } from "@amrutam/domain/text/limits";
import { useEffect, useEffectEvent, useState } from "react";
import type { StrengthClient } from "./account-client";

/** Milliseconds of rest after which what is typed is judged. */
const REST_MS = 400;

/**
 * How what is typed stands, as the server judges it; null while nothing is typed, and until it has answered. Where it
 * can't be asked the form goes without: what is sent is judged in any case.
 * @param words of the same form, which don't count as secret
 */
export function useStrength(
  client: StrengthClient,
  password: string,
  words: () => readonly string[],
): PasswordVerdict | null {
  const [judged, setJudged] = useState<{ of: string; verdict: PasswordVerdict } | null>(null);
  const known = useEffectEvent(() => words().filter(Boolean));
  useEffect(() => {
    if (password === "") return;
    let isStale = false;
    const timer = setTimeout(() => {
      client.auth.passwordStrength.mutate({ password: password.slice(0, PASSWORD_MAX), words: known() }).then(
        (verdict) => !isStale && setJudged({ of: password, verdict }),
        () => !isStale && setJudged(null),
      );
    }, REST_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [client, password]);
  return password === "" ? null : (judged?.verdict ?? null);
}
