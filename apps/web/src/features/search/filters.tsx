import {
  DOCTOR_SORTS,
  GENDERS,
  LANGUAGES,
  MODES,
  SPECIALIZATION_CODES,
  SPECIALIZATIONS,
} from "@amrutam/domain/doctor/catalogue";
import { Button } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { RadioChips } from "@amrutam/ui/radio-chips";
import { Select } from "@amrutam/ui/select";
import { useTranslations } from "next-intl";
import { useMoney } from "../when/use-money";
import { useWhen } from "../when/use-when";
import { FilterForm } from "./filter-form";
import type { SearchValues } from "./search-address";
import { dateOf } from "./search-params";

const FEES = [300, 500, 800, 1200] as const;
const RATINGS = ["4", "4.5"] as const;
/** Systems that somebody here practises. */
const SYSTEMS = [...new Set(SPECIALIZATION_CODES.map((code) => SPECIALIZATIONS[code].systemOfMedicine))];

/** Every filter of the search; `isAuto` beside the results, with the button only in the sheet of phones. */
export function Filters({ values, isAuto = false }: { values: SearchValues; isAuto?: boolean }) {
  const t = useTranslations("search");
  const name = useTranslations("catalogue");
  const money = useMoney();
  const { zone, now } = useWhen();
  const today = dateOf("today", zone, now);
  const date = values.on?.match(/^\d/) && today && values.on >= today ? values.on : "";
  const any = { value: "", label: t("any") };
  return (
    <FilterForm values={values} isAuto={isAuto}>
      <Field label={t("q")}>
        <Input type="search" name="q" defaultValue={values.q} maxLength={100} enterKeyHint="search" />
      </Field>
      <Field label={t("sort")}>
        <Select name="sort" defaultValue={values.sort ?? ""}>
          {DOCTOR_SORTS.map((sort) => (
            <option key={sort} value={sort === "soonest" ? "" : sort}>
              {t(`sorts.${sort}`)}
            </option>
          ))}
        </Select>
      </Field>
      <RadioChips
        tone="strong"
        legend={t("on")}
        name="on"
        defaultValue={values.on ?? ""}
        options={[any, { value: "today", label: t("today") }, { value: "tomorrow", label: t("tomorrow") }]}
      />
      <Field label={t("onDate")}>
        <Input type="date" name="on" defaultValue={date} min={today} max="2198-12-31" />
      </Field>
      <RadioChips
        tone="strong"
        legend={t("mode")}
        name="mode"
        defaultValue={values.mode ?? ""}
        options={[any, ...MODES.map((mode) => ({ value: mode, label: name(`modes.${mode}`) }))]}
      />
      <Field label={t("specialization")}>
        <Select name="specialization" defaultValue={values.specialization ?? ""}>
          <option value="">{t("any")}</option>
          {SPECIALIZATION_CODES.map((code) => (
            <option key={code} value={code}>
              {name(`specializations.${code}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("language")}>
        <Select name="language" defaultValue={values.language ?? ""}>
          <option value="">{t("any")}</option>
          {LANGUAGES.map((code) => (
            <option key={code} value={code}>
              {name(`languages.${code}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("fee")}>
        <Select name="fee" defaultValue={values.fee ?? ""}>
          <option value="">{t("any")}</option>
          {FEES.map((fee) => (
            <option key={fee} value={fee}>
              {t("upTo", { fee: money({ minor: fee * 100, currency: "INR" }) })}
            </option>
          ))}
        </Select>
      </Field>
      <RadioChips
        tone="strong"
        legend={t("gender")}
        name="gender"
        defaultValue={values.gender ?? ""}
        options={[
          any,
          ...GENDERS.filter((gender) => gender === "FEMALE" || gender === "MALE").map((gender) => ({
            value: gender,
            label: name(`doctorGenders.${gender}`),
          })),
        ]}
      />
      <RadioChips
        tone="strong"
        legend={t("system")}
        name="system"
        defaultValue={values.system ?? ""}
        options={[any, ...SYSTEMS.map((system) => ({ value: system, label: name(`systems.${system}`) }))]}
      />
      <Field label={t("rating")}>
        <Select name="rating" defaultValue={values.rating ?? ""}>
          <option value="">{t("any")}</option>
          {RATINGS.map((rating) => (
            <option key={rating} value={rating}>
              {t("ratingFrom", { rating })}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" variant="quiet" block>
        {t("show")}
      </Button>
    </FilterForm>
  );
}
