"use client";
import { endSession } from "@amrutam/account/redeem-ticket";
import { Button } from "@amrutam/ui/button";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Ends the session; the whole page is loaded anew, so that nothing of it stays in memory. */
export function SignOut() {
  const t = useTranslations("shell");
  const [state, setState] = useState<"idle" | "pending" | "failed">("idle");
  const leave = async () => {
    setState("pending");
    try {
      await endSession();
      window.location.assign("/");
    } catch {
      setState("failed");
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <Button
        variant="quiet"
        size="small"
        pending={state === "pending"}
        pendingLabel={t("signingOut")}
        onClick={leave}
      >
        {t("signOut")}
      </Button>
      <p role="status" className="text-sm text-brick empty:hidden">
        {state === "failed" ? t("signOutFailed") : ""}
      </p>
    </div>
  );
}
