import { Button } from "@amrutam/ui/button";
import Form from "next/form";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Query } from "./query";

/** Filters that go into the address; works before any script has loaded. `kept` are filters it doesn't show. */
export async function FilterForm({
  path,
  label,
  kept = {},
  children,
}: {
  path: string;
  label: string;
  kept?: Query;
  children: ReactNode;
}) {
  const t = await getTranslations("adminList");
  return (
    <search>
      <Form action={path} aria-label={label} className="flex flex-wrap items-end gap-3">
        {Object.entries(kept).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {children}
        <Button type="submit" variant="quiet">
          {t("apply")}
        </Button>
      </Form>
    </search>
  );
}
