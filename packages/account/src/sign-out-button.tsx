"use client";
import { Button } from "@amrutam/ui/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { endSession } from "./redeem-ticket";

type SignOutButtonProps = { size?: "normal" | "small" };

/** Ends the session; the whole page is loaded anew, at what everybody sees, so that nothing of it stays in memory. */
export function SignOutButton({ size = "normal" }: SignOutButtonProps) {
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
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Button
        variant="quiet"
        size={size}
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
