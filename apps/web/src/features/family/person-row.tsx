"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useErrorMessage } from "@amrutam/client/error-message";
import { webClient } from "@amrutam/client/web-client";
import type { Dependant } from "@amrutam/domain/dependant/schema";
import { Button } from "@amrutam/ui/button";
import { ConfirmDialog } from "@amrutam/ui/confirm-dialog";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";

type PersonRowProps = { person: Dependant; onEdit: () => void; onRemoved: () => void };

/** One of the people booked for, with what may be done. */
export function PersonRow({ person, onEdit, onRemoved }: PersonRowProps) {
  const t = useTranslations("profile.family");
  const relationship = useTranslations("catalogue.relationships");
  const genders = useTranslations("profile.genders");
  const say = useErrorMessage();
  const locale = useLocale();
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { id, fullName: name } = person;
  async function remove() {
    setPending(true);
    setRefusal(null);
    try {
      await webClient.dependant.remove.mutate({ id });
      onRemoved();
    } catch (error) {
      setRefusal(error);
      setPending(false);
    }
  }
  // A calendar date has no zone: it is said as it stands.
  const born = new Intl.DateTimeFormat(`${locale}-IN`, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${person.dateOfBirth}T00:00:00Z`),
  );
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere">{name}</p>
        <p className="text-sm text-ink-soft">
          {[
            relationship(person.relationship),
            ...(person.gender === "UNKNOWN" ? [] : [genders(person.gender)]),
            t("born", { date: born }),
          ].join(" · ")}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button variant="quiet" size="small" aria-label={t("editFor", { name })} onClick={onEdit}>
          {t("edit")}
        </Button>
        <Button
          variant="ghost"
          size="small"
          aria-label={t("removeFor", { name })}
          onClick={() => setAsking(true)}
        >
          {t("remove")}
        </Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={remove}
        title={t("removeTitle", { name })}
        consequence={t("removeText", { name })}
        confirmLabel={t("remove")}
        cancelLabel={t("keep")}
        pending={isPending}
        pendingLabel={t("removing")}
      >
        <FormRefusal of={refusal}>{say(refusal)}</FormRefusal>
      </ConfirmDialog>
    </div>
  );
}
