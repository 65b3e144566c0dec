"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { webClient } from "@amrutam/client/web-client";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { Button } from "@amrutam/ui/button";
import { useTranslations } from "next-intl";
import { SlotTimeFields } from "./slot-time-fields";
import { useSlotTimeForm } from "./use-slot-time-form";

export type MoveSlotFormProps = {
  slotId: string;
  zone: string;
  zoneName: string;
  /** Where it stands on the practice's clock: `YYYY-MM-DD`, "HH:MM", minutes. */
  place: { date: string; time: string; lengthMin: number };
  modes: readonly Mode[];
  onMoved: (date: string) => void;
};

/** Another time or length for a place nobody has: what dragging does, typed. */
export default function MoveSlotForm(props: MoveSlotFormProps) {
  const { slotId, zone, zoneName, place, modes, onMoved } = props;
  const t = useTranslations("portal.slot.move");
  const form = useSlotTimeForm(zone, { ...place, modes: [...modes] }, async (startsAt, values) => {
    await webClient.availability.move.mutate({ slotId, startsAt, lengthMin: values.lengthMin });
    onMoved(values.date);
  });
  return (
    <form method="post" noValidate onSubmit={form.submit} className="flex flex-col gap-4">
      <FormRefusal of={form.refusal}>{form.refusalText}</FormRefusal>
      <SlotTimeFields form={form} zoneName={zoneName} />
      <Button type="submit" block pending={form.isSubmitting} pendingLabel={t("pending")}>
        {t("save")}
      </Button>
    </form>
  );
}
