import { CONSENT_VERSION } from "@amrutam/domain/booking/schema";
import { Disclosure } from "@amrutam/ui/disclosure";
import { useTranslations } from "next-intl";

/** What booking agrees to, with the text of the version that is recorded. */
export function ConsentLine() {
  const t = useTranslations("booking");
  return (
    <div className="text-sm text-ink-soft">
      <p>{t("consentLine")}</p>
      <Disclosure summary={t("consentMore")}>
        <p className="max-w-prose whitespace-pre-line">{t(`consent.${CONSENT_VERSION}`)}</p>
      </Disclosure>
    </div>
  );
}
