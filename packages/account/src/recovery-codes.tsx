"use client";
import { Button } from "@amrutam/ui/button";
import { Checkbox } from "@amrutam/ui/checkbox";
import { Notice } from "@amrutam/ui/notice";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Shown once: to copy or keep as a file, and only then on. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslations("account.enrol");
  const [isKept, setKept] = useState(false);
  const [hasAsked, setAsked] = useState(false);
  const [said, setSaid] = useState("");
  const text = `${codes.join("\n")}\n`;

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t("copied"));
    } catch {
      setSaid(t("copyFailed"));
    }
  }
  function download() {
    const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = "amrutam-recovery-codes.txt";
    link.click();
    URL.revokeObjectURL(url);
    setSaid(t("downloaded"));
  }
  return (
    <div className="flex flex-col gap-4">
      <ul className="grid gap-x-4 gap-y-2 rounded-md bg-sunken p-4 font-semibold whitespace-nowrap sm:grid-cols-2 sm:text-sm">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button variant="quiet" size="small" onClick={copy}>
          {t("copy")}
        </Button>
        <Button variant="quiet" size="small" onClick={download}>
          {t("download")}
        </Button>
      </div>
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {said}
      </p>
      <Notice kind="warn">{t("codesWhy")}</Notice>
      <Checkbox
        label={t("kept")}
        checked={isKept}
        error={hasAsked && !isKept ? t("keepFirst") : undefined}
        onChange={(event) => setKept(event.target.checked)}
      />
      <Button block onClick={() => (isKept ? onKept() : setAsked(true))}>
        {t("continue")}
      </Button>
    </div>
  );
}
