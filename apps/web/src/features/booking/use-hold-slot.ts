"use client";
import { useActKey } from "@amrutam/client/act-key";
import { refusalOf } from "@amrutam/client/refusal";
import { webClient } from "@amrutam/client/web-client";
import type { RefusalCode } from "@amrutam/domain/refusals";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { Typed } from "./booking-form";

/** Refusals after which only another time helps. */
const GONE: readonly RefusalCode[] = [
  "booking.slot_taken",
  "booking.slot_not_open",
  "booking.slot_past",
  "booking.too_soon",
];

/** Sends the booking: on to paying, to the confirmed visit, or a refusal with what was typed still there. */
export function useHoldSlot(slotId: string) {
  const router = useRouter();
  const keyOf = useActKey();
  const isUnderWay = useRef(false);
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [isTaken, setTaken] = useState(false);
  const [attempts, setAttempts] = useState(0);

  async function hold(typed: Typed) {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setPending(true);
    setRefusal(null);
    try {
      const { dependantId, ...rest } = typed;
      const input = { slotId, ...rest, ...(dependantId === "" ? {} : { dependantId }) };
      const booked = await webClient.consultation.book.mutate({ ...input, idempotencyKey: keyOf(input) });
      // Stays pending until the next page is there, so that nothing can be pressed again.
      router.push(`/visits/${booked.id}/${booked.status === "REQUESTED" ? "pay" : "confirmed"}`);
    } catch (error) {
      const isGone = GONE.includes(refusalOf(error)?.code ?? "internal");
      setTaken(isGone);
      setRefusal(isGone ? null : error);
      setAttempts((count) => count + 1);
      setPending(false);
      isUnderWay.current = false;
      // The server's part of the page then shows the times that are still free.
      if (isGone) router.refresh();
    }
  }
  return { hold, isPending, refusal, isTaken, attempts };
}
