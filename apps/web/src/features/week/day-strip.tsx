import { useTranslations } from "next-intl";

type StripDay = Readonly<{ date: string; title: string; isToday: boolean }>;

/** The way to a day of the list below, at the top of it on phones. */
export function DayStrip({ days }: { days: readonly StripDay[] }) {
  const t = useTranslations("portal.week");
  return (
    <nav
      aria-label={t("days")}
      className="sticky top-0 z-10 -mx-4 flex gap-2 overflow-x-auto border-b border-line bg-paper px-4 py-2 md:-mx-6 md:px-6"
    >
      {days.map(({ date, title, isToday }) => (
        <a
          key={date}
          href={`#day-${date}`}
          aria-current={isToday ? "date" : undefined}
          className={`inline-flex min-h-11 shrink-0 items-center rounded-full border px-3.5 text-sm whitespace-nowrap no-underline ${
            isToday
              ? "border-leaf bg-leaf-soft font-semibold text-leaf-strong"
              : "border-line-strong bg-surface text-ink hocus:border-leaf"
          }`}
        >
          {title}
        </a>
      ))}
    </nav>
  );
}
