"use client";
import { useRef } from "react";

/**
 * The idempotency key of an intended act: the same as long as what is sent is the same, so that a double click and a
 * lost answer repeat the act instead of doing it twice; another one once something was changed.
 */
export function useActKey(): (input: unknown) => string {
  const last = useRef<{ input: string; key: string }>(undefined);
  return (input) => {
    const text = JSON.stringify(input);
    if (last.current?.input !== text) last.current = { input: text, key: newKey() };
    return last.current.key;
  };
}

/** randomUUID is for secure contexts only, and a clinic's test installation may have none. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
