import { useTranslations } from "next-intl";

/** How many gave how many stars, most stars first: a row of words, a bar and a number each. @param distribution one star first */
export function StarDistribution({ distribution }: { distribution: readonly number[] }) {
  const t = useTranslations("rating.public");
  const most = Math.max(1, ...distribution);
  const rows = distribution.map((count, index) => ({ stars: index + 1, count })).reverse();
  return (
    <ul aria-label={t("distribution")} className="flex flex-col gap-1 text-sm">
      {rows.map(({ stars, count }) => (
        <li key={stars} className="grid grid-cols-[4.5rem_1fr_2.5rem] items-center gap-3">
          <span className="text-ink-soft">{t("level", { stars })}</span>
          <span aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken inset-ring inset-ring-line">
            <span
              className="block h-full rounded-full bg-leaf"
              style={{ width: `${(count / most) * 100}%` }}
            />
          </span>
          <span className="text-end tabular-nums">{count}</span>
        </li>
      ))}
    </ul>
  );
}
