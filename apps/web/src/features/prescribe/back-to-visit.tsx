import { linkClass } from "@amrutam/ui/link";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

export function BackToVisit({ id }: { id: string }) {
  const t = useTranslations("prescribe");
  return (
    <Link href={`/doctor/visits/${id}`} className={linkClass("alone")}>
      <ChevronLeft aria-hidden size={16} strokeWidth={1.75} />
      {t("back")}
    </Link>
  );
}
