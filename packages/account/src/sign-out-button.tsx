"use client";
import { Button } from "@amrutam/ui/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { endSession } from "./redeem-ticket";

/** Ends the session here and goes on to a page for everybody. */
export function SignOutButton({ continueTo }: { continueTo: string }) {
  const t = useTranslations("account.signOut");
  const [state, setState] = useState<"idle" | "pending" | "failed">("idle");

  async function leave() {
    setState("pending");
    try {
      await endSession();
      window.location.assign(continueTo);
    } catch {
      setState("failed");
    }
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button variant="quiet" pending={state === "pending"} onClick={leave}>
        {t("act")}
      </Button>
      <p role="status" className="text-sm text-brick empty:hidden">
        {state === "failed" ? t("failed") : ""}
      </p>
    </div>
  );
}
