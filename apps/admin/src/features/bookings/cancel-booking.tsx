"use client";
import { useActKey } from "@amrutam/client/act-key";
import { adminClient } from "@amrutam/client/admin-client";
import { Button } from "@amrutam/ui/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "../listing/act-dialog";

type CancelBookingProps = { booking: { id: string; patient: string; doctor: string; when: string } };

/** The platform's cancellation, behind a dialog that says what follows and asks for the reason both sides will read. */
export function CancelBooking({ booking }: CancelBookingProps) {
  const t = useTranslations("adminBookings.cancel");
  const keyOf = useActKey();
  const [isOpen, setOpen] = useState(false);
  const { id, patient, doctor, when } = booking;
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        aria-label={t("for", { patient, when })}
        onClick={() => setOpen(true)}
      >
        {t("verb")}
      </Button>
      <ActDialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t("title")}
        consequence={t("consequence", { patient, doctor, when })}
        confirmLabel={t("act")}
        pendingLabel={t("pending")}
        tone="danger"
        reason={{ label: t("reason"), hint: t("reasonHint") }}
        done={t("done", { patient })}
        act={(reason) => {
          const input = { id, reason };
          return adminClient.admin.cancelBooking.mutate({ ...input, idempotencyKey: keyOf(input) });
        }}
      />
    </>
  );
}
