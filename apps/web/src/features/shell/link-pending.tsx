"use client";
import { Spinner } from "@amrutam/ui/spinner";
import { useLinkStatus } from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** Sooner than this, a page that comes needs no sign that it is coming. */
const PATIENCE_MS = 200;

/**
 * Inside a link to a page that is decided on as a whole (it may not exist, so nothing of it is shown before): a turning
 * mark while it is on its way.
 */
export function LinkPending() {
  const t = useTranslations("common");
  const { pending } = useLinkStatus();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!pending) return;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [pending]);
  if (!isLate) return null;
  return (
    <span role="status" className="inline-flex shrink-0 ms-1">
      <Spinner />
      <span className="sr-only">{t("loading")}</span>
    </span>
  );
}
