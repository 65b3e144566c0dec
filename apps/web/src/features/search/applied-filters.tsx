import { chipClass } from "@amrutam/ui/chip";
import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMoney } from "../when/use-money";
import { useWhen } from "../when/use-when";
import { type SearchField, type SearchValues, searchHref } from "./search-address";
import { startOf } from "./search-params";

/** What a filter in force says. */
function useFilterText() {
  const t = useTranslations("search");
  const name = useTranslations("catalogue");
  const money = useMoney();
  const when = useWhen();
  return (field: SearchField, value: string): string => {
    switch (field) {
      case "q":
        return t("quoted", { text: value });
      case "specialization":
        return name(`specializations.${value}` as "specializations.dermatology");
      case "language":
        return name(`languages.${value}` as "languages.en");
      case "mode":
        return name(`modes.${value}` as "modes.VIDEO");
      case "gender":
        return name(`doctorGenders.${value}` as "doctorGenders.FEMALE");
      case "system":
        return name(`systems.${value}` as "systems.MODERN");
      case "fee":
        return t("upTo", { fee: money({ minor: Number(value) * 100, currency: "INR" }) });
      case "rating":
        return t("ratingFrom", { rating: value });
      case "on":
        return value === "today" || value === "tomorrow" ? t(value) : when.day(startOf(value, when.zone));
      case "sort":
        return t(`sorts.${value}` as "sorts.fee");
    }
  };
}

/** The filters in force as links that take each away. */
export function AppliedFilters({ values }: { values: SearchValues }) {
  const t = useTranslations("search");
  const textOf = useFilterText();
  return (Object.entries(values) as [SearchField, string][]).map(([field, value]) => (
    <Link
      key={field}
      href={searchHref(values, { [field]: undefined })}
      aria-label={t("remove", { filter: textOf(field, value) })}
      className={chipClass(true)}
    >
      {textOf(field, value)}
      <X aria-hidden size={16} strokeWidth={1.75} />
    </Link>
  ));
}
