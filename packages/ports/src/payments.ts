import type { Money } from "@amrutam/domain/money/money";

export type Checkout =
  | Readonly<{ state: "captured"; providerRef: string }>
  | Readonly<{ state: "redirect"; providerRef: string; url: string }>
  | Readonly<{ state: "declined"; reason: string }>;

/** The provider could not be reached or did not answer in time: what it did is unknown, a retry with the same key is safe. */
export class PaymentsUnavailable extends Error {
  override name = "PaymentsUnavailable";
}

export interface Payments {
  /** Stored with each payment: "local" is the test provider. */
  readonly provider: string;
  /**
   * Begins paying `amount`. The same key never charges twice.
   * @throws PaymentsUnavailable on timeout or fault
   */
  checkout(request: Readonly<{ paymentId: string; amount: Money; key: string }>): Promise<Checkout>;
  /** Gives back part or all of a captured payment; the same key never refunds twice. @throws PaymentsUnavailable */
  refund(
    request: Readonly<{ providerRef: string; amount: Money; key: string }>,
  ): Promise<{ refundRef: string }>;
}
