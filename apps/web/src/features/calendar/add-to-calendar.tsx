import { buttonClass } from "@amrutam/ui/button";
import { CalendarPlus } from "lucide-react";
import { useTranslations } from "next-intl";

type AddToCalendarProps = {
  /** Of a visit that stands: holds and what was cancelled have no place in a calendar. */
  visitId: string;
  size?: "normal" | "small";
};

/** One visit as a file for one's own calendar; the same visit again replaces what is there. */
export function AddToCalendar({ visitId, size = "normal" }: AddToCalendarProps) {
  const t = useTranslations("calendar");
  return (
    <a href={`/api/v1/consultations/${visitId}/calendar`} className={buttonClass({ variant: "quiet", size })}>
      <CalendarPlus aria-hidden size={size === "small" ? 16 : 18} strokeWidth={1.75} />
      {t("add")}
    </a>
  );
}
