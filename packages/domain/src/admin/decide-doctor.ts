import type { Approval } from "../doctor/catalogue";
import { ok, type Result, refuse } from "../result";

/** What an admin may decide; nobody is put back to PENDING. */
export type Decision = Exclude<Approval, "PENDING">;

/** Decisions open in each state. A suspension is for who was let in; who never was is rejected. */
export const DECISIONS = {
  PENDING: ["APPROVED", "REJECTED"],
  APPROVED: ["SUSPENDED"],
  REJECTED: ["APPROVED"],
  SUSPENDED: ["APPROVED"],
} as const satisfies Record<Approval, readonly Decision[]>;

/** Turning a doctor away is told with a reason: the doctor reads it and may answer it. */
export const needsReason = (decision: Decision): boolean => decision !== "APPROVED";

type Facts = Readonly<{ approval: Approval; decision: Decision; reason: string }>;

/** @returns the reason to keep, null with an approval; or `admin.illegal_decision`, `admin.reason_required` */
export function decideDoctor({ approval, decision, reason }: Facts): Result<{ reason: string | null }> {
  const open: readonly Decision[] = DECISIONS[approval];
  if (!open.includes(decision)) return refuse("admin.illegal_decision", { approval });
  if (needsReason(decision) && reason === "") return refuse("admin.reason_required");
  return ok({ reason: needsReason(decision) ? reason : null });
}
