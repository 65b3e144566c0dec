import { COUNCILS } from "@amrutam/domain/doctor/catalogue";
import { changedRegistration, type Registration } from "@amrutam/domain/doctor/registration";
import { Notice } from "@amrutam/ui/notice";
import { getTranslations } from "next-intl/server";
import type { Reader } from "../listing/reader";
import { stamp } from "../listing/stamp";
import type { AdminDoctor } from "./doctor-row";

type ChangedRegistrationProps = {
  doctor: AdminDoctor & { previous: NonNullable<AdminDoctor["previous"]> };
  reader: Reader;
};

/** What is new since somebody last decided about this doctor: the old beside the new, nothing else. */
export async function ChangedRegistration({ doctor, reader }: ChangedRegistrationProps) {
  const [t, names] = [await getTranslations("adminDoctors"), await getTranslations("catalogue")];
  const { previous } = doctor;
  const say = (of: Registration, field: keyof Registration) => {
    if (field === "specialization") return names(`specializations.${of.specialization}`);
    return field === "council" ? COUNCILS[of.council].name : of[field];
  };
  const rows = [
    ...(previous.fullName !== "" && previous.fullName !== doctor.fullName
      ? [{ field: "name" as const, before: previous.fullName, now: doctor.fullName }]
      : []),
    ...changedRegistration(previous, doctor).map((field) => ({
      field,
      before: say(previous, field),
      now: say(doctor, field),
    })),
  ];
  return (
    <Notice
      kind="warn"
      title={t(`changed.${previous.approval}`, {
        date: stamp(previous.replacedAt, reader.zone, reader.locale, "day"),
      })}
    >
      {rows.length === 0 ? (
        <p>{t("changed.asBefore")}</p>
      ) : (
        <table className="mt-1 w-full max-w-3xl text-start">
          <caption className="sr-only">{t("changed.caption", { name: doctor.fullName })}</caption>
          <thead className="text-xs text-ink-soft">
            <tr>
              {(["what", "before", "now"] as const).map((head) => (
                <th key={head} scope="col" className="py-1 pe-4 text-start font-normal">
                  {t(`changed.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, before, now }) => (
              <tr key={field} className="align-top">
                <th scope="row" className="py-1 pe-4 text-start font-normal text-ink-soft">
                  {t(`changed.fields.${field}`)}
                </th>
                <td className="py-1 pe-4 wrap-anywhere">
                  <del>{before}</del>
                </td>
                <td className="py-1 font-semibold wrap-anywhere">
                  <ins className="no-underline">{now}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Notice>
  );
}
