import { GENDERS } from "@amrutam/domain/doctor/catalogue";
import type { PrescriptionDetail, PrescriptionLine } from "@amrutam/domain/prescription/schema";
import { sayDate, sayTime, sayZone } from "@amrutam/messages/say-when";
import { Card } from "@amrutam/ui/card";
import { useLocale, useTranslations } from "next-intl";
import { useMedicineWords } from "./medicine-words";

type PrescriptionSheetProps = {
  prescription: PrescriptionDetail;
  /** Shown to be reviewed: it has no number yet, the patient's record adds the rest, and the page has a title. */
  isDraft?: boolean;
};

/** The prescription itself, with the same parts and words as its PDF; its date is the one on the doctor's calendar. */
export function PrescriptionSheet({ prescription, isDraft = false }: PrescriptionSheetProps) {
  const t = useTranslations("document.prescription");
  const locale = useLocale();
  const { doctor, patient, issuedAt, timezone } = prescription;
  const date = sayDate(issuedAt, timezone, locale, "long", true);
  const gender = GENDERS.find((known) => known === patient.gender) ?? "UNKNOWN";
  return (
    <Card as="article" className="flex flex-col gap-6 print:border-0 print:p-0 print:shadow-none">
      <header className="flex flex-wrap justify-between gap-x-6 gap-y-2 border-b border-line pb-4">
        <div className="min-w-0">
          <p className="text-lg font-semibold">{doctor.fullName}</p>
          <p className="text-sm">{doctor.qualification}</p>
          <p className="text-sm">
            {t("registration", { number: doctor.registrationNumber, council: doctor.council })}
          </p>
        </div>
        <div className="min-w-0 text-sm sm:text-end">
          {doctor.clinicName && <p className="font-semibold">{doctor.clinicName}</p>}
          {doctor.clinicAddress && <p className="whitespace-pre-line">{doctor.clinicAddress}</p>}
          {doctor.clinicPhone && <p>{t("phone", { phone: doctor.clinicPhone })}</p>}
        </div>
      </header>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        {isDraft ? (
          <p className="font-serif text-2xl">{t("title")}</p>
        ) : (
          <h1 tabIndex={-1} className="text-2xl">
            {t("title")}
          </h1>
        )}
        <p className="text-sm text-ink-soft">
          <time dateTime={issuedAt}>{date}</time>
        </p>
      </div>
      <section aria-label={t("patient")} className="text-sm">
        <p className="text-ink-soft">{t("patient")}</p>
        <p className="text-base font-semibold">{patient.fullName}</p>
        {patient.guardian && <p>{t("guardian", { name: patient.guardian })}</p>}
        {isDraft ? (
          <p>{t("age", { years: patient.age })}</p>
        ) : (
          <>
            <p>{[t("age", { years: patient.age }), t(`genders.${gender}`)].join(", ")}</p>
            <p>{patient.address || t("addressMissing")}</p>
          </>
        )}
      </section>
      <section aria-labelledby="medicines">
        <h2 id="medicines" className="text-lg">
          {t("medicines")}
        </h2>
        <ol className="mt-2 flex flex-col">
          {prescription.lines.map((line, index) => (
            <li key={`${index}-${line.genericName}`} data-print="whole" className="border-t border-line py-3">
              <Medicine line={line} />
            </li>
          ))}
        </ol>
      </section>
      {prescription.advice && (
        <section aria-labelledby="advice" data-print="whole">
          <h2 id="advice" className="text-lg">
            {t("advice")}
          </h2>
          <p className="mt-1 whitespace-pre-line">{prescription.advice}</p>
        </section>
      )}
      {!isDraft && (
        <footer className="border-t border-line pt-4 text-xs text-ink-soft">
          <p>
            {t("issued", {
              doctor: doctor.fullName,
              date,
              time: sayTime(issuedAt, timezone, locale),
              zone: sayZone(issuedAt, timezone, locale),
            })}
          </p>
          <p>{t("frozen")}</p>
          <p className="break-all">{t("number", { id: prescription.id, version: prescription.version })}</p>
        </footer>
      )}
    </Card>
  );
}

function Medicine({ line }: { line: PrescriptionLine }) {
  const t = useTranslations("document.prescription");
  const { formText, routeText, frequencyText } = useMedicineWords();
  const parts = [
    { key: "dose", term: t("dose"), detail: line.dose },
    { key: "route", term: t("route"), detail: routeText(line.route) },
    { key: "frequency", term: t("frequency"), detail: frequencyText(line.frequency) },
    { key: "duration", term: t("duration"), detail: t("days", { days: line.durationDays }) },
    { key: "quantity", term: t("quantity"), detail: line.quantity },
    { key: "instructions", term: t("instructions"), detail: line.instructions },
  ].filter(({ detail }) => detail !== "");
  return (
    <>
      <p className="font-semibold">
        <span className="uppercase">{line.genericName}</span> {line.strength}{" "}
        <span className="font-normal">{formText(line.form)}</span>
      </p>
      <dl className="mt-1 grid gap-x-6 text-sm sm:grid-cols-2 print:grid-cols-2">
        {parts.map(({ key, term, detail }) => (
          <div
            key={key}
            className={`grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 ${
              key === "instructions" ? "sm:col-span-2 print:col-span-2" : ""
            }`}
          >
            <dt className="text-ink-soft">{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
