"use client";
import { Button } from "@amrutam/ui/button";
import { Sheet } from "@amrutam/ui/sheet";
import { Skeleton } from "@amrutam/ui/skeleton";
import { Ban, CopyPlus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { BlockPeriodFormProps } from "./block-period-form";
import type { CopyWeekFormProps } from "./copy-week-form";

const loading = () => <Skeleton className="h-60 w-full" />;
const BlockPeriodForm = dynamic(() => import("./block-period-form"), { loading });
const CopyWeekForm = dynamic(() => import("./copy-week-form"), { loading });

type WeekActsProps = { block: BlockPeriodFormProps; copy: CopyWeekFormProps };

/** What is done to many times at once; each form comes only when asked for. */
export function WeekActs({ block, copy }: WeekActsProps) {
  const t = useTranslations("portal");
  const common = useTranslations("common");
  const [open, setOpen] = useState<"block" | "copy" | null>(null);
  const sheet = { onClose: () => setOpen(null), closeLabel: common("close") };
  const icon = { size: 18, strokeWidth: 1.75, "aria-hidden": true } as const;
  return (
    <>
      <Button variant="quiet" size="small" onClick={() => setOpen("block")} aria-haspopup="dialog">
        <Ban {...icon} />
        {t("bulk.title")}
      </Button>
      <Button variant="quiet" size="small" onClick={() => setOpen("copy")} aria-haspopup="dialog">
        <CopyPlus {...icon} />
        {t("copyWeek.title")}
      </Button>
      <Sheet {...sheet} open={open === "block"} title={t("bulk.title")} description={t("bulk.lead")}>
        <BlockPeriodForm {...block} />
      </Sheet>
      <Sheet {...sheet} open={open === "copy"} title={t("copyWeek.title")} description={t("copyWeek.lead")}>
        <CopyWeekForm {...copy} />
      </Sheet>
    </>
  );
}
