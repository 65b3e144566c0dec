import { ChipRow, chipClass } from "@amrutam/ui/chip";
import { linkClass } from "@amrutam/ui/link";
import { X } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { hrefOf, type Query } from "./query";

export type Filter = { name: string; text: string };

/** The filters in force, each with its way out; nothing when there are none. */
export async function FilterChips({
  path,
  query,
  filters,
  children,
}: {
  path: string;
  query: Query;
  filters: readonly Filter[];
  children?: ReactNode;
}) {
  if (filters.length === 0) return null;
  const t = await getTranslations("adminList");
  return (
    <ChipRow>
      {filters.map(({ name, text }) => (
        <Link
          key={name}
          href={hrefOf(path, { ...query, [name]: undefined, cursor: undefined })}
          aria-label={t("remove", { filter: text })}
          className={chipClass(false)}
        >
          {text}
          <X aria-hidden size={16} strokeWidth={1.75} className="text-ink-soft" />
        </Link>
      ))}
      {filters.length > 1 && (
        <Link href={path} className={`${linkClass("alone")} text-sm`}>
          {t("removeAll")}
        </Link>
      )}
      {children}
    </ChipRow>
  );
}
