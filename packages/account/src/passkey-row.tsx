"use client";
import type { passkey } from "@amrutam/domain/factor/schema";
import { Button } from "@amrutam/ui/button";
import { Tag } from "@amrutam/ui/tag";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type * as z from "zod";
import { useDay } from "./use-day";

type PasskeyRowProps = {
  passkey: z.output<typeof passkey>;
  isPending: boolean;
  onRename: () => void;
  /** Absent for the one that must stay. */
  onRemove?: () => void;
};

export function PasskeyRow({ passkey, isPending, onRename, onRemove }: PasskeyRowProps) {
  const t = useTranslations("factors.passkeys");
  const day = useDay();
  const { name, createdAt, lastUsedAt, isSynced } = passkey;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <KeyRound aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-ink-soft" />
      <div className="min-w-0 flex-1 basis-44">
        <p className="flex flex-wrap items-center gap-2 font-medium wrap-anywhere">
          {name} {isSynced && <Tag>{t("synced")}</Tag>}
        </p>
        <p className="text-xs text-ink-soft">
          {t("since", { date: day(createdAt) })}
          {lastUsedAt && `, ${t("lastUsed", { date: day(lastUsedAt) })}`}
        </p>
      </div>
      <fieldset aria-label={t("acts", { name })} className="flex gap-1">
        <Button variant="ghost" size="small" onClick={onRename}>
          {t("rename")}
        </Button>
        {onRemove && (
          <Button variant="ghost" size="small" disabled={isPending} onClick={onRemove}>
            {t("remove")}
          </Button>
        )}
      </fieldset>
    </li>
  );
}
