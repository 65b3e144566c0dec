"use client";
import type { HoursConflict } from "@amrutam/domain/availability/schema";
import { ConfirmDialog } from "@amrutam/ui/confirm-dialog";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { useWhen } from "../when/use-when";

type HoursConflictsProps = {
  /** None: nothing is asked. */
  conflicts: readonly HoursConflict[];
  onBack: () => void;
  onKeep: () => Promise<void>;
};

/** Booked visits that the new hours leave outside, before anything is saved: they keep their time, or the doctor goes back. */
export function HoursConflicts({ conflicts, onBack, onKeep }: HoursConflictsProps) {
  const t = useTranslations("hours.conflicts");
  const when = useWhen();
  const [isPending, start] = useTransition();
  const [first] = conflicts;
  return (
    <ConfirmDialog
      open={first !== undefined}
      onClose={onBack}
      onConfirm={() => start(onKeep)}
      title={t("title", { count: conflicts.length })}
      consequence={t("consequence")}
      confirmLabel={t("keep")}
      cancelLabel={t("back")}
      tone="primary"
      pending={isPending}
      pendingLabel={t("saving")}
    >
      {first && (
        <>
          <ul className="flex flex-col">
            {conflicts.map((visit) => (
              <li key={visit.consultationId} className="border-t border-line py-3 first:border-t-0">
                <p className="font-semibold">{visit.patientName}</p>
                <p>{when.dayAndRange(visit.startsAt, visit.endsAt)}</p>
                <p className="text-sm text-turmeric">{t(`problem.${visit.problem}`)}</p>
              </li>
            ))}
          </ul>
          <p className="mt-2 text-xs text-ink-soft">{t("zone", { zone: when.zoneName(first.startsAt) })}</p>
        </>
      )}
    </ConfirmDialog>
  );
}
