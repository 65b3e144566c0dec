import type { DoctorCard as Doctor } from "@amrutam/domain/doctor/schema";
import { buttonClass } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { Tag } from "@amrutam/ui/tag";
import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import { DoctorHead } from "./doctor-head";
import { FeeLines } from "./fee-lines";
import { SlotLinks } from "./slot-links";

const WEEK_MS = 7 * 86_400_000;

/** One doctor among others, bookable with one press. */
export function DoctorCard({
  doctor,
  mode,
  isDated = false,
  level = "h2",
}: {
  doctor: Doctor;
  mode?: string;
  /** The times shown are those of a date asked for, whatever there is before it. */
  isDated?: boolean;
  level?: "h2" | "h3";
}) {
  const t = useTranslations("search");
  const now = useNow();
  const Heading = level;
  const href = `/doctors/${doctor.id}`;
  const [first] = doctor.nextSlots;
  const isThisWeek = first !== undefined && Date.parse(first.startsAt) - now.getTime() < WEEK_MS;
  return (
    <Card as="article" className="grid gap-4 md:grid-cols-[1fr_auto]">
      <DoctorHead
        doctor={doctor}
        name={
          <Heading className="font-sans text-lg leading-snug font-semibold">
            <Link href={href} className="text-ink no-underline hocus:text-leaf-strong hocus:underline">
              {doctor.fullName}
            </Link>
          </Heading>
        }
      />
      <div className="max-md:order-last md:row-span-2">
        <FeeLines doctor={doctor} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {!isThisWeek && !isDated && <Tag tone="warn">{t("noTimeThisWeek")}</Tag>}
        <SlotLinks slots={doctor.nextSlots} mode={mode} />
        <Link
          href={href}
          aria-label={t("allTimesOf", { doctor: doctor.fullName })}
          className={`${buttonClass({ variant: "quiet", size: "small" })} min-h-11`}
        >
          {t(first ? "allTimes" : "profile")}
        </Link>
      </div>
    </Card>
  );
}
