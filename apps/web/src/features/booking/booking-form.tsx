"use client";
import { lazily, unjudged } from "@amrutam/client/lazily";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { Button } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { StickyActionBar } from "@amrutam/ui/sticky-action-bar";
import { useTranslations } from "next-intl";
import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import type { AccountStepProps } from "./account-step";
import { BookingRefusal } from "./booking-refusal";
import { keepTyping, takeTyping } from "./kept-typing";
import { ReasonFields } from "./reason-fields";
import { TakenNotice } from "./taken-notice";
import { useHoldSlot } from "./use-hold-slot";
import { type BookedFor, WhomFields } from "./whom-fields";

/** Who is about to book; `email` of one who must confirm it first. */
export type Booker =
  | { kind: "visitor" }
  | { kind: "unverified"; email: string }
  | { kind: "patient" }
  | { kind: "staff" };

/** `dependantId` is empty for the patient's own visit. */
export type Typed = { mode: Mode; reason: string; dependantId: string };
const fetchResolver = () => import("./typed-booking").then((typed) => typed.bookingResolver);
const resolver = lazily(fetchResolver, unjudged);
/** Most who book have an account. */
const fetchAccountStep = () => import("./account-step").then(({ AccountStep }) => AccountStep);
/** Whoever begins to type will send: by then what that takes is here. */
const warmUp = (isVisitor: boolean) =>
  void Promise.all([fetchResolver(), isVisitor && fetchAccountStep()]).catch(() => undefined);

type BookingFormProps = {
  slotId: string;
  doctor: { id: string; name: string };
  modes: readonly Mode[];
  state: "OPEN" | "TAKEN" | "PAST";
  booker: Booker;
  isFree: boolean;
  initial: Typed;
  /** Whom else this patient may book for. */
  people: readonly BookedFor[];
  /** This page, to come back to. */
  here: string;
  /** Rendered by the server, which knows the viewer's zone: the card, its two short lines, the consent, other times. */
  summary: ReactNode;
  brief: ReactNode;
  consent: ReactNode;
  others: ReactNode;
};

/** Reason and mode first; then, for who isn't signed in, the account; sending holds the slot. Nothing is typed twice. */
export function BookingForm(props: BookingFormProps) {
  const { slotId, doctor, modes, state, booker, isFree, initial, people, here } = props;
  const t = useTranslations("booking");
  /** Judged and ready to be sent, while there is no account yet to send it from. */
  const [waiting, setWaiting] = useState<{ typed: Typed; Step: ComponentType<AccountStepProps> } | null>(
    null,
  );
  const [unreachable, setUnreachable] = useState<unknown>(null);
  const form = useForm<Typed>({ resolver, defaultValues: initial });
  const hold = useHoldSlot(slotId);
  const isTaken = state !== "OPEN" || hold.isTaken;

  useEffect(() => {
    const kept = takeTyping(doctor.id);
    if (!kept) return;
    form.setValue("reason", kept.reason);
    const mode = modes.find((known) => known === kept.mode);
    if (mode) form.setValue("mode", mode);
    if (people.some(({ id }) => id === kept.dependantId)) form.setValue("dependantId", kept.dependantId);
  }, [doctor.id, modes, people, form]);

  const keep = () => keepTyping({ doctorId: doctor.id, ...form.getValues() });
  const submit = form.handleSubmit(async (typed) => {
    if (booker.kind !== "visitor") return hold.hold(typed);
    setUnreachable(null);
    try {
      setWaiting({ typed, Step: await fetchAccountStep() });
    } catch (error) {
      setUnreachable(error);
    }
  });
  if (waiting)
    return (
      <waiting.Step
        draft={{ slotId, mode: waiting.typed.mode, reason: waiting.typed.reason }}
        signInHref={`/sign-in?next=${encodeURIComponent(here)}`}
        onSignIn={keep}
        onBack={() => {
          setWaiting(null);
          // The page is drawn anew first.
          setTimeout(() => form.setFocus("reason"));
        }}
        summary={props.summary}
      />
    );
  const act = booker.kind === "visitor" ? t("goOn") : isFree ? t("confirm") : t("hold");
  const button = (block: boolean) => (
    <Button
      type="submit"
      form="booking"
      block={block}
      pending={hold.isPending || form.formState.isSubmitting}
      pendingLabel={hold.isPending ? t("holding") : undefined}
      disabled={booker.kind === "staff"}
    >
      {act}
    </Button>
  );
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-6 p-4 max-md:pb-28 md:grid-cols-[1fr_19rem] md:p-6">
      <aside className="md:order-last" aria-label={t("yourTime")}>
        <Card className="flex flex-col gap-4 md:sticky md:top-6">
          {props.summary}
          {!isTaken && <div className="max-md:hidden">{button(true)}</div>}
        </Card>
      </aside>
      <div className="flex min-w-0 flex-col gap-6">
        <header>
          <h1 tabIndex={-1}>{t("title")}</h1>
          <p className="mt-1 text-ink-soft">{t("private", { doctor: doctor.name })}</p>
        </header>
        {isTaken && (
          <TakenNotice isPast={state === "PAST"} onLeave={keep} focusOn={hold.attempts}>
            {props.others}
          </TakenNotice>
        )}
        <BookingRefusal refusal={hold.refusal ?? unreachable} booker={booker} />
        <form
          id="booking"
          method="post"
          noValidate
          onFocus={() => warmUp(booker.kind === "visitor")}
          onSubmit={submit}
          className="flex flex-col gap-6"
        >
          {(booker.kind === "patient" || booker.kind === "unverified") && (
            <WhomFields form={form} people={people} here={here} onLeave={keep} />
          )}
          <ReasonFields form={form} modes={modes} />
          {props.consent}
        </form>
      </div>
      {!isTaken && <StickyActionBar summary={props.brief}>{button(false)}</StickyActionBar>}
    </div>
  );
}
