import { SPECIALIZATION_CODES } from "@amrutam/domain/doctor/catalogue";
import type { DoctorCard as Doctor } from "@amrutam/domain/doctor/schema";
import { Button } from "@amrutam/ui/button";
import { chipClass } from "@amrutam/ui/chip";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { linkClass } from "@amrutam/ui/link";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useWhen } from "../when/use-when";
import { DoctorCard } from "./doctor-card";

/** The first page: what is it about, who has time soonest. */
export function Home({ soonest }: { soonest: readonly Doctor[] }) {
  const t = useTranslations("search");
  const name = useTranslations("catalogue");
  const when = useWhen();
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-8 p-4 py-6 md:gap-12 md:p-6 md:py-12">
      <section className="flex flex-col gap-6">
        <div>
          <h1 tabIndex={-1}>{t("home.title")}</h1>
          <p className="mt-2 text-lg text-ink-soft">{t("home.lead")}</p>
        </div>
        <form action="/doctors" method="get" className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <Field label={t("home.q")}>
              <Input type="search" name="q" maxLength={100} enterKeyHint="search" />
            </Field>
          </div>
          <Button type="submit">{t("home.act")}</Button>
        </form>
        <nav aria-label={t("home.specializations")} className="flex flex-wrap gap-2">
          {SPECIALIZATION_CODES.map((code) => (
            <Link
              key={code}
              href={`/doctors?specialization=${code}`}
              prefetch={false}
              className={chipClass()}
            >
              {name(`specializations.${code}`)}
            </Link>
          ))}
        </nav>
      </section>
      {soonest.length > 0 && (
        <section aria-labelledby="soonest" className="flex flex-col gap-4">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <div>
              <h2 id="soonest">{t("home.soonest")}</h2>
              <p className="text-sm text-ink-soft">{t("home.zone", { zone: when.zoneName(when.now) })}</p>
            </div>
            <Link href="/doctors" className={linkClass("alone")}>
              {t("home.all")}
            </Link>
          </div>
          <ul className="flex flex-col gap-4">
            {soonest.map((doctor) => (
              <li key={doctor.id}>
                <DoctorCard doctor={doctor} level="h3" />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
