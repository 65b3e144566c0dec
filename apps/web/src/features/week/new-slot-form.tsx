"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useActKey } from "@amrutam/client/act-key";
import { webClient } from "@amrutam/client/web-client";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { Button } from "@amrutam/ui/button";
import { useTranslations } from "next-intl";
import { CheckChips } from "../portal-shell/check-chips";
import { SlotTimeFields } from "./slot-time-fields";
import { useSlotTimeForm } from "./use-slot-time-form";

export type NewSlotFormProps = {
  zone: string;
  /** "IST", beside the time. */
  zoneName: string;
  /** `time`: "HH:MM", where one was pointed at. */
  defaults: { date: string; lengthMin: number; time?: string };
  modes: readonly Mode[];
  onMade: (date: string) => void;
};

/** One time by hand, for one patient. */
export default function NewSlotForm({ zone, zoneName, defaults, modes: offered, onMade }: NewSlotFormProps) {
  const t = useTranslations("portal.newSlot");
  const portal = useTranslations("portal");
  const mode = useTranslations("catalogue.modes");
  const keyOf = useActKey();
  const form = useSlotTimeForm(
    zone,
    { time: "", ...defaults, modes: [...offered] },
    async (startsAt, { date, lengthMin, modes }) => {
      const input = { startsAt, lengthMin, modes };
      await webClient.availability.create.mutate({ ...input, idempotencyKey: keyOf(input) });
      onMade(date);
    },
  );
  return (
    <form method="post" noValidate onSubmit={form.submit} className="flex flex-col gap-4">
      <FormRefusal of={form.refusal}>{form.refusalText}</FormRefusal>
      <SlotTimeFields form={form} zoneName={zoneName} />
      <CheckChips
        legend={t("modes")}
        inputProps={form.register("modes")}
        options={offered.map((value) => ({ value, label: mode(value) }))}
        error={form.hasModesError && portal("chooseOne")}
      />
      <Button type="submit" block pending={form.isSubmitting} pendingLabel={t("pending")}>
        {t("act")}
      </Button>
    </form>
  );
}
