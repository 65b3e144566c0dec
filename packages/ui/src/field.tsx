"use client";
import { CircleAlert } from "lucide-react";
import { createContext, type ReactNode, useContext, useId } from "react";

type Wiring = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
};
const FieldContext = createContext<Wiring | null>(null);

/** The attributes that tie a control to its label, hint and error; nothing outside a Field. */
export function useFieldWiring(): Partial<Wiring> {
  return useContext(FieldContext) ?? {};
}

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** Shown in brick below the control, read out with it. */
  error?: ReactNode;
  /** After the label, e.g. "optional". */
  note?: ReactNode;
  required?: boolean;
  /** Only where an anchor or a test needs to know it; otherwise made up. */
  id?: string;
  /** Label for assistive technology only, e.g. a search box with a button beside it. */
  hideLabel?: boolean;
  children: ReactNode;
};

/** One labelled control: `<Field label error><Input {...register("email")} /></Field>`. */
export function Field({ label, hint, error, note, required, id, hideLabel, children }: FieldProps) {
  const made = useId();
  const fieldId = id ?? made;
  const hintId = hint ? `${fieldId}-hint` : undefined;
  const errorId = error ? `${fieldId}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;
  return (
    <FieldContext
      value={{
        id: fieldId,
        "aria-describedby": describedBy,
        "aria-invalid": error ? true : undefined,
        "aria-required": required || undefined,
      }}
    >
      <div className="flex min-w-0 flex-col gap-1">
        <label htmlFor={fieldId} className={hideLabel ? "sr-only" : "text-sm text-ink-soft"}>
          {label}
          {note && <span className="ms-1.5 text-xs text-ink-faint">{note}</span>}
        </label>
        {children}
        {error && <FieldError id={errorId}>{error}</FieldError>}
        {hint && (
          <p id={hintId} className="text-xs text-ink-soft">
            {hint}
          </p>
        )}
      </div>
    </FieldContext>
  );
}

/** The line of an error beside what it is about; Field and the fieldsets show it themselves. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm text-brick">
      <CircleAlert aria-hidden size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
