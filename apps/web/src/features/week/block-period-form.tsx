"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useErrorMessage } from "@amrutam/client/error-message";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { RadioChips } from "@amrutam/ui/radio-chips";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { slotInstant } from "./slot-instant";

export type BlockPeriodFormProps = {
  zone: string;
  zoneName: string;
  /** `YYYY-MM-DD` */
  defaults: { from: string; to: string };
};

type Status = "OPEN" | "BLOCKED";
type Ends = { fromDate: string; fromTime: string; toDate: string; toTime: string };
type Problem = { field: keyof Ends; text: string };
const DAY_MS = 86_400_000;
const MOST_DAYS = 31;

/** Every free time of a period at once; says what it did, and what it left alone. */
export default function BlockPeriodForm({ zone, zoneName, defaults }: BlockPeriodFormProps) {
  const t = useTranslations("portal.bulk");
  const say = useErrorMessage();
  const router = useRouter();
  const [status, setStatus] = useState<Status>("BLOCKED");
  const [ends, setEnds] = useState<Ends>({
    fromDate: defaults.from,
    fromTime: "00:00",
    toDate: defaults.to,
    toTime: "23:59",
  });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<{ status: Status; changed: number; keptBooked: number } | null>(
    null,
  );

  function period(): { from: string; to: string } | Problem {
    const from = slotInstant(ends.fromDate, ends.fromTime, zone);
    const to = slotInstant(ends.toDate, ends.toTime, zone);
    if (!from) return { field: ends.fromDate ? "fromTime" : "fromDate", text: t("invalid") };
    if (!to) return { field: ends.toDate ? "toTime" : "toDate", text: t("invalid") };
    // The last minute of a day means its end.
    const until = Date.parse(to) + (ends.toTime === "23:59" ? 60_000 : 0);
    if (until <= Date.parse(from)) return { field: "toDate", text: t("order") };
    if (until - Date.parse(from) > MOST_DAYS * DAY_MS)
      return { field: "toDate", text: t("tooLong", { count: MOST_DAYS }) };
    return { from, to: new Date(until).toISOString() };
  }
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const form = event.currentTarget;
    const wanted = period();
    setRefusal(null);
    setOutcome(null);
    if ("field" in wanted) {
      setProblem(wanted);
      form.querySelector<HTMLInputElement>(`[name=${wanted.field}]`)?.focus();
      return;
    }
    setProblem(null);
    setPending(true);
    try {
      setOutcome({ status, ...(await webClient.availability.blockMany.mutate({ ...wanted, status })) });
      router.refresh();
    } catch (error) {
      setRefusal(error);
    }
    setPending(false);
  }
  const input = (name: keyof Ends, type: "date" | "time") => (
    <Field
      label={t(name, { zone: zoneName })}
      error={problem?.field === name ? problem.text : undefined}
      required
    >
      <Input
        type={type}
        name={name}
        value={ends[name]}
        onChange={(event) => setEnds({ ...ends, [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormRefusal of={refusal}>{say(refusal)}</FormRefusal>
      <RadioChips
        legend={t("what")}
        name="status"
        value={status}
        onValueChange={setStatus}
        options={[
          { value: "BLOCKED", label: t("BLOCKED") },
          { value: "OPEN", label: t("OPEN") },
        ]}
      />
      <div className="grid grid-cols-2 gap-3">
        {input("fromDate", "date")}
        {input("fromTime", "time")}
        {input("toDate", "date")}
        {input("toTime", "time")}
      </div>
      <p className="text-sm text-ink-soft">{t("consequence")}</p>
      <Button type="submit" block pending={isPending} pendingLabel={t("pending")}>
        {t(`act.${status}`)}
      </Button>
      <p role="status" className="text-sm text-leaf-strong empty:hidden">
        {outcome && t(`done.${outcome.status}`, outcome)}
      </p>
    </form>
  );
}
