"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from "react";
import { type SearchField, type SearchValues, searchHref } from "./search-address";

/** Long enough to walk through radios with the arrow keys without a search for each. */
const SETTLE_MS = 400;

/** Shows in a control what the address says. */
function show(control: Element, values: SearchValues) {
  if (control instanceof HTMLSelectElement) control.value = values[control.name as SearchField] ?? "";
  if (!(control instanceof HTMLInputElement)) return;
  const value = values[control.name as SearchField] ?? "";
  if (control.type === "radio") control.checked = control.value === value;
  // Not while somebody is typing in it.
  else if (control !== document.activeElement)
    control.value = control.type === "date" && !isDate(value, control.min) ? "" : value;
}

/** `on` is a date or a word for one; what is over can't be chosen again. */
const isDate = (value: string, earliest: string) => /^\d/.test(value) && value >= earliest;

/** Two controls share a name where either answers the question: one that is set empties the other. */
function yieldTo(control: HTMLInputElement) {
  for (const other of control.form?.elements ?? []) {
    if (!(other instanceof HTMLInputElement) || other.name !== control.name || other.type === control.type)
      continue;
    if (other.type === "radio") other.checked = other.value === "" && control.value === "";
    else other.value = "";
  }
}

type FilterFormProps = {
  values: SearchValues;
  /** Searches as soon as a choice is made; otherwise only by the button. */
  isAuto?: boolean;
  children: ReactNode;
};

/** A plain GET form that a script makes quicker: no reload, no empty parameters. Its address says everything. */
export function FilterForm({ values, isAuto = false, children }: FilterFormProps) {
  const router = useRouter();
  const [isSearching, startSearch] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    // A filter taken away elsewhere must go out here too; remounting would lose the focus.
    for (const control of form.current?.elements ?? []) show(control, values);
    return () => clearTimeout(timer.current);
  }, [values]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    clearTimeout(timer.current);
    const chosen: SearchValues = {};
    for (const [field, value] of new FormData(event.currentTarget))
      if (typeof value === "string" && value) chosen[field as SearchField] = value;
    startSearch(() => router.push(searchHref({}, chosen), { scroll: false }));
  }
  function changed(event: FormEvent<HTMLFormElement>) {
    const { target } = event;
    const isInput = target instanceof HTMLInputElement;
    if (isInput) yieldTo(target);
    // Half a year ("0002") is no date yet; a search waits for its button.
    const isTyping = isInput && (target.type === "date" ? !target.validity.valid : target.type !== "radio");
    if (!isAuto || isTyping) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => form.current?.requestSubmit(), SETTLE_MS);
  }
  return (
    <form
      ref={form}
      action="/doctors"
      method="get"
      onSubmit={submit}
      onChange={changed}
      // The results beside grow faint while newer ones are on their way.
      data-searching={isSearching || undefined}
      className="flex flex-col gap-6"
    >
      {children}
    </form>
  );
}
