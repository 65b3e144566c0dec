"use client";
import { Button } from "@amrutam/ui/button";
import { Sheet } from "@amrutam/ui/sheet";
import { Skeleton } from "@amrutam/ui/skeleton";
import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { NewSlotFormProps } from "./new-slot-form";

const NewSlotForm = dynamic(() => import("./new-slot-form"), {
  loading: () => <Skeleton className="h-80 w-full" />,
});

type NewSlotProps = Omit<NewSlotFormProps, "onMade"> & {
  /** Dates of the week on the screen, both included. */
  shown: { first: string; last: string };
};

/** Adds one time; the form comes only when asked for. */
export function NewSlot({ shown, ...props }: NewSlotProps) {
  const t = useTranslations("portal.newSlot");
  const common = useTranslations("common");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const made = (date: string) => {
    setOpen(false);
    if (date >= shown.first && date <= shown.last) router.refresh();
    else router.push(`/doctor/week?from=${date}`);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Plus aria-hidden size={20} strokeWidth={1.75} />
        {t("title")}
      </Button>
      <Sheet
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t("title")}
        description={t("lead", { zone: props.zoneName })}
        closeLabel={common("close")}
      >
        <NewSlotForm {...props} onMade={made} />
      </Sheet>
    </>
  );
}
