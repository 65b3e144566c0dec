import { type Money, money } from "@amrutam/domain/money/money";
import { PaymentsUnavailable } from "@amrutam/ports/payments";
import { describe, expect, it } from "vitest";
import { localPayments, type PaymentFault } from "./local-payments";

const request = { paymentId: "p", amount: money(50_000, "INR"), key: "k" };
const once = (fault: PaymentFault) => {
  const faults = [fault];
  return () => faults.shift();
};

describe("the local payment provider", () => {
  it("captures at once, and the same key has the same answer in another process", async () => {
    const first = await localPayments().checkout(request);
    expect(first).toMatchObject({ state: "captured" });
    expect(await localPayments().checkout(request)).toEqual(first);
    expect(await localPayments().checkout({ ...request, key: "other" })).not.toEqual(first);
  });

  it("declines amounts that end in 13", async () => {
    expect(await localPayments().checkout({ ...request, amount: money(50_013, "INR") })).toEqual({
      state: "declined",
      reason: "card_declined",
    });
  });

  it("takes nothing when it times out before, and one capture when its answer is lost", async () => {
    for (const [fault, captured] of [
      ["timeout", 0],
      ["capture-then-timeout", 1],
    ] as const) {
      const ledger = new Map<string, Money>();
      const payments = localPayments({ fault: once(fault), ledger });
      await expect(payments.checkout(request)).rejects.toThrow(PaymentsUnavailable);
      expect(ledger.size).toBe(captured);
      expect(await payments.checkout(request)).toMatchObject({ state: "captured" });
      expect(ledger.size).toBe(1);
    }
  });

  it("refunds once per key, also after a lost answer", async () => {
    const ledger = new Map<string, Money>();
    const payments = localPayments({ fault: once("capture-then-timeout"), ledger });
    const refund = { providerRef: "local_pay_1", amount: money(25_000, "INR"), key: "r" };
    await expect(payments.refund(refund)).rejects.toThrow(PaymentsUnavailable);
    const { refundRef } = await payments.refund(refund);
    expect((await payments.refund(refund)).refundRef).toBe(refundRef);
    expect([...ledger.values()]).toEqual([money(-25_000, "INR")]);
  });
});
