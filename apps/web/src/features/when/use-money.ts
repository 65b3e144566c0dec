import { format, type Money } from "@amrutam/domain/money/money";
import { useLocale } from "next-intl";

/** Amounts as the viewer reads them. */
export function useMoney(): (amount: Money) => string {
  const locale = useLocale();
  return (amount) => format(amount, locale);
}
