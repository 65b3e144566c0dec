"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { refusalOf } from "@amrutam/client/refusal";
import { PASSWORD_REASONS } from "@amrutam/domain/auth/password-reasons";
import { useReasonText } from "./strength-meter";

/**
 * Why a new password was refused, with what makes it weak; null when the refusal is about something else.
 * Needs the namespaces `refusals` and `passwords`.
 */
export function usePasswordRefusal() {
  const say = useErrorMessage();
  const reasonText = useReasonText();
  return (error: unknown, password: string): string | null => {
    const refusal = refusalOf(error);
    if (!refusal?.code.startsWith("auth.password_")) return null;
    const reason = PASSWORD_REASONS.find((known) => known === refusal.details.reason);
    return reason ? `${say(error)} ${reasonText(reason, password)}` : say(error);
  };
}
