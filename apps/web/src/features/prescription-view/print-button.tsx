"use client";
import { Button } from "@amrutam/ui/button";
import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";

export function PrintButton() {
  const t = useTranslations("prescription");
  return (
    <Button size="small" onClick={() => window.print()}>
      <Printer aria-hidden size={16} strokeWidth={1.75} />
      {t("print")}
    </Button>
  );
}
