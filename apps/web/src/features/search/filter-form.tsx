"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from "react";
import { type SearchValues, searchHref } from "./search-address";

/** Long enough to walk through radios with the arrow keys without a search for each. */
const SETTLE_MS = 400;

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
    for (const control of form.current?.elements ?? []) {
      const value = (control as HTMLInputElement).name as keyof SearchValues;
      if (control instanceof HTMLInputElement && control.type === "radio")
        control.checked = control.value === (values[value] ?? "");
      else if (control instanceof HTMLSelectElement) control.value = values[value] ?? "";
    }
    return () => clearTimeout(timer.current);
  }, [values]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    clearTimeout(timer.current);
    const chosen = Object.fromEntries(new FormData(event.currentTarget)) as SearchValues;
    startSearch(() => router.push(searchHref({}, chosen), { scroll: false }));
  }
  function changed(event: FormEvent<HTMLFormElement>) {
    const isTyping = event.target instanceof HTMLInputElement && event.target.type !== "radio";
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
