import { createHash } from "node:crypto";
import type { Money } from "@amrutam/domain/money/money";
import { type Payments, PaymentsUnavailable } from "@amrutam/ports/payments";

export type PaymentFault = "timeout" | "decline" | "capture-then-timeout";

type Options = Readonly<{
  /** For tests: what goes wrong with this call. */
  fault?: (call: "checkout" | "refund", key: string) => PaymentFault | undefined;
  /** For tests: what was really captured (positive) and refunded (negative), by key. */
  ledger?: Map<string, Money>;
}>;

/** An amount that ends in 13 minor units (₹500.13) is declined, so that a refusal can be tried by hand. */
export const isDeclined = (amount: Money): boolean => amount.minor % 100 === 13;

/** References follow from the key alone: the same key gets the same answer in every process and after every restart. */
const referenceOf = (kind: "pay" | "refund", key: string) =>
  `local_${kind}_${createHash("sha256").update(`${kind}\n${key}`, "utf8").digest("hex").slice(0, 24)}`;

/** The test provider: no money moves, everything settles at once. */
export function localPayments({ fault, ledger }: Options = {}): Payments {
  return {
    provider: "local",
    async checkout({ amount, key }) {
      const failing = fault?.("checkout", key);
      if (failing === "timeout") throw new PaymentsUnavailable("the provider did not answer");
      if (failing === "decline" || isDeclined(amount)) return { state: "declined", reason: "card_declined" };
      if (!ledger?.has(key)) ledger?.set(key, amount);
      if (failing) throw new PaymentsUnavailable("the provider's answer was lost");
      return { state: "captured", providerRef: referenceOf("pay", key) };
    },
    async refund({ amount, key }) {
      const failing = fault?.("refund", key);
      if (failing === "timeout" || failing === "decline")
        throw new PaymentsUnavailable("the provider did not answer");
      if (!ledger?.has(key)) ledger?.set(key, { ...amount, minor: -amount.minor });
      if (failing) throw new PaymentsUnavailable("the provider's answer was lost");
      return { refundRef: referenceOf("refund", key) };
    },
  };
}
