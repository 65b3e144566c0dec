"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { FieldError } from "@amrutam/ui/field";

/** Why an act was refused, beside its button. */
export function ActError({ error }: { error: unknown }) {
  const say = useErrorMessage();
  return (
    <div role="alert" className="empty:hidden">
      {error ? <FieldError>{say(error)}</FieldError> : null}
    </div>
  );
}
