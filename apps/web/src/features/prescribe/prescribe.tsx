"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useActKey } from "@amrutam/client/act-key";
import { useErrorMessage } from "@amrutam/client/error-message";
import { webClient } from "@amrutam/client/web-client";
import type { PrescriptionDetail } from "@amrutam/domain/prescription/schema";
import { Button } from "@amrutam/ui/button";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useAct } from "../portal-shell/use-act";
import { PrescriptionSheet } from "../prescription-view/prescription-sheet";
import { forgetPrescription } from "./kept-prescription";
import { PrescribeFields, type PrescribeInput } from "./prescribe-form";
import { usePrescribeForm } from "./use-prescribe-form";

type PrescribeProps = {
  consultationId: string;
  /** By the date of birth on record: offered, and the doctor's to correct. */
  ageKnown: number | null;
  /** Both people and the day, as they will be frozen. */
  frame: Pick<PrescriptionDetail, "doctor" | "patient" | "timezone" | "issuedAt">;
};

type ReviewProps = {
  frame: PrescribeProps["frame"];
  input: PrescribeInput;
  /** The same for the same content, however often it is reviewed. */
  keyOf: (input: unknown) => string;
  onChange: () => void;
};

/** The prescription as everybody will see it, and the one button that freezes it. */
function Review({ frame, input, keyOf, onChange }: ReviewProps) {
  const t = useTranslations("prescribe");
  const say = useErrorMessage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { run, isPending, error } = useAct(async () => {
    const { idempotencyKey: _, ...act } = input;
    await webClient.prescription.issue.mutate({ ...act, idempotencyKey: keyOf(act) });
    forgetPrescription(act.consultationId);
  });
  return (
    <section className="flex flex-col gap-4" aria-labelledby="review-title">
      <div>
        <h2 id="review-title" ref={heading} tabIndex={-1} className="text-2xl">
          {t("reviewTitle")}
        </h2>
        <p className="text-sm text-ink-soft">{t("reviewLead", { name: frame.patient.fullName })}</p>
      </div>
      <PrescriptionSheet
        isDraft
        prescription={{
          ...frame,
          id: "",
          consultationId: input.consultationId,
          version: 1,
          patient: { ...frame.patient, age: input.patientAge },
          lines: input.lines,
          advice: input.advice,
        }}
      />
      <FormRefusal of={error}>{say(error)}</FormRefusal>
      <div className="flex flex-wrap gap-3">
        <Button variant="quiet" onClick={onChange} disabled={isPending}>
          {t("change")}
        </Button>
        <Button pending={isPending} pendingLabel={t("issuing")} onClick={run}>
          {t("issue")}
        </Button>
      </div>
    </section>
  );
}

/** Write, review, issue. Whatever is refused, what was typed stays. */
export function Prescribe({ consultationId, ageKnown, frame }: PrescribeProps) {
  const form = usePrescribeForm(consultationId, ageKnown);
  const keyOf = useActKey();
  const [reviewed, setReviewed] = useState<PrescribeInput | null>(null);
  return reviewed ? (
    <Review frame={frame} input={reviewed} keyOf={keyOf} onChange={() => setReviewed(null)} />
  ) : (
    <PrescribeFields form={form} ageKnown={ageKnown} onReview={setReviewed} />
  );
}
