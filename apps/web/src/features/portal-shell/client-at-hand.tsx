"use client";
import { useEffect } from "react";

/**
 * Fetches the procedures' client as soon as the portal is alive. Nearly every page of it saves something, and a note
 * must not find the network gone when it asks for the code that would save it.
 */
export function ClientAtHand() {
  useEffect(() => {
    import("@amrutam/client/links").catch(() => undefined);
  }, []);
  return null;
}
