import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { getTranslations } from "next-intl/server";

/** Two dates of a filter form, both included. */
export async function DateFields({ from, to, of }: { from?: string; to?: string; of?: string }) {
  const t = await getTranslations("adminList");
  return (
    <>
      <div className="w-42 max-md:flex-1">
        <Field label={of ? t("fromOf", { what: of }) : t("from")}>
          <Input type="date" name="from" defaultValue={from} key={from} max="2199-12-31" />
        </Field>
      </div>
      <div className="w-42 max-md:flex-1">
        <Field label={t("to")}>
          <Input type="date" name="to" defaultValue={to} key={to} max="2199-12-31" />
        </Field>
      </div>
    </>
  );
}
