"use client";
import { Button, buttonClass } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CALENDAR_APP_NAMES, CALENDAR_APPS } from "./calendar-apps";

/** The address itself: to copy, or to hand to a calendar. */
export function FeedAddress({ url }: { url: string }) {
  const t = useTranslations("calendar.feed");
  const [said, setSaid] = useState("");
  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      setSaid(t("copied"));
    } catch {
      setSaid(t("notCopied"));
    }
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-64">
          <Field label={t("address")}>
            <Input
              readOnly
              value={url}
              spellCheck={false}
              onFocus={(event) => event.currentTarget.select()}
            />
          </Field>
        </div>
        <Button variant="quiet" onClick={copy}>
          <Copy aria-hidden size={18} strokeWidth={1.75} />
          {t("copy")}
        </Button>
      </div>
      <p role="status" className="text-sm text-leaf-strong empty:hidden">
        {said}
      </p>
      <div className="flex flex-col gap-2">
        <p className="text-sm text-ink-soft">{t("openIn")}</p>
        <ul className="flex flex-wrap gap-2">
          {CALENDAR_APP_NAMES.map((app) => (
            <li key={app}>
              <a
                href={CALENDAR_APPS[app](url)}
                rel="noreferrer"
                className={buttonClass({ variant: "quiet", size: "small" })}
              >
                {t(app)}
              </a>
            </li>
          ))}
        </ul>
        <p className="text-sm text-ink-soft">{t("slow")}</p>
      </div>
    </div>
  );
}
