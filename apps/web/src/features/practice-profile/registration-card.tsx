"use client";
import { REGISTRATION_FIELDS } from "@amrutam/domain/doctor/registration";
import { Card } from "@amrutam/ui/card";
import { DetailList } from "@amrutam/ui/detail-list";
import { useTranslations } from "next-intl";
import type { PracticePart } from "../practice-fields/practice-values";
import { RegisterFields } from "../practice-fields/register-fields";
import { type OwnDoctor, valuesOf } from "./profile-values";
import { useRegistrationText } from "./use-registration-text";

/** The part that is checked with the council, with what a change of it means; as it stands while suspended. */
export function RegistrationCard({ doctor, ...part }: PracticePart & { doctor: OwnDoctor }) {
  const t = useTranslations("practice");
  const register = useTranslations("portal.register");
  const say = useRegistrationText();
  const isFixed = doctor.approval === "SUSPENDED";
  return (
    <Card className="flex flex-col gap-4">
      <div>
        <h2 className="text-xl">{t("registration")}</h2>
        <p className="text-sm text-ink-soft">{t(`registrationLead.${doctor.approval}`)}</p>
      </div>
      {isFixed ? (
        <DetailList
          items={REGISTRATION_FIELDS.map((field) => ({
            key: field,
            term: register(field),
            detail: say(valuesOf(doctor), field),
          }))}
        />
      ) : (
        <div className="grid gap-4 sm:grid-cols-2">
          <RegisterFields {...part} />
        </div>
      )}
    </Card>
  );
}
