"use client";
import { type ReactNode, useEffect, useRef } from "react";

export type FormError = {
  /** id of the control or the group; without it the line is plain text (an error of the whole form). */
  fieldId?: string;
  message: ReactNode;
};

type FormErrorSummaryProps = {
  title: ReactNode;
  errors: readonly FormError[];
  /** Takes the focus whenever this changes while there are errors; pass the form's `submitCount`. */
  focusOn: number;
};

/** What keeps a form from being sent, above it; each line leads to its field. Renders nothing without errors. */
export function FormErrorSummary({ title, errors, focusOn }: FormErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusOn > 0) box.current?.focus();
  }, [focusOn]);
  if (errors.length === 0) return null;

  function go(fieldId: string) {
    const target = document.getElementById(fieldId);
    const control = target?.matches("fieldset")
      ? target.querySelector<HTMLElement>("input, select, button")
      : target;
    control?.focus();
    control?.scrollIntoView({ block: "center" });
  }
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-md border border-brick bg-brick-soft p-4 text-sm"
    >
      <p className="font-semibold text-brick">{title}</p>
      <ul className="mt-1 flex list-disc flex-col ps-5">
        {errors.map(({ fieldId, message }, index) => (
          <li key={fieldId ?? index}>
            {fieldId ? (
              <a
                href={`#${fieldId}`}
                className="inline-flex min-h-6 items-center text-ink underline underline-offset-[3px] touch:min-h-11"
                onClick={(event) => {
                  event.preventDefault();
                  go(fieldId);
                }}
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
