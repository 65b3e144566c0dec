"use client";
import type { Relationship } from "@amrutam/domain/dependant/relationship";
import { linkClass } from "@amrutam/ui/link";
import { RadioChips } from "@amrutam/ui/radio-chips";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import type { Typed } from "./booking-form";

/** Somebody a patient books for, as the form names them. */
export type BookedFor = Readonly<{ id: string; fullName: string; relationship: Relationship }>;

type WhomFieldsProps = {
  form: UseFormReturn<Typed>;
  people: readonly BookedFor[];
  /** This page, to come back to. */
  here: string;
  /** Keeps what was typed while the patient goes and adds somebody. */
  onLeave: () => void;
};

/** Whom the visit is for: the patient, unless somebody else is chosen. */
export function WhomFields({ form, people, here, onLeave }: WhomFieldsProps) {
  const t = useTranslations("booking");
  const relationship = useTranslations("catalogue.relationships");
  const others = people.map((person) => ({
    value: person.id,
    label: t("dependant", { name: person.fullName, relationship: relationship(person.relationship) }),
  }));
  return (
    <div className="flex flex-col items-start gap-1">
      <RadioChips
        legend={t("whom")}
        name="dependantId"
        defaultValue={form.getValues("dependantId")}
        inputProps={form.register("dependantId")}
        hint={people.length > 0 ? t("whomHint") : undefined}
        options={[{ value: "", label: t("me") }, ...others]}
      />
      <Link href={`/account/family?next=${here}`} onClick={onLeave} className={linkClass("alone")}>
        {t("addPerson")}
      </Link>
    </div>
  );
}
