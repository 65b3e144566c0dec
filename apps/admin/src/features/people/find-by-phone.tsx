"use client";
import { adminClient } from "@amrutam/client/admin-client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { Button } from "@amrutam/ui/button";
import { Disclosure } from "@amrutam/ui/disclosure";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { linkClass } from "@amrutam/ui/link";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

type Found = Awaited<ReturnType<typeof adminClient.admin.findByPhone.mutate>>["items"];

/** Whose number is this? Asked without the number ever standing in an address. */
export function FindByPhone() {
  const [t, status] = [useTranslations("adminPeople.phone"), useTranslations("status")];
  const say = useErrorMessage();
  const [found, setFound] = useState<Found>();
  const [failure, setFailure] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);

  async function find(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const phone = String(new FormData(event.currentTarget).get("phone"));
    setPending(true);
    setFailure(null);
    setFound(undefined);
    try {
      setFound((await adminClient.admin.findByPhone.mutate({ phone })).items);
    } catch (error) {
      setFailure(error);
    }
    setPending(false);
  }
  return (
    <Disclosure summary={t("title")}>
      <p className="mb-2 text-sm text-ink-soft">{t("hint")}</p>
      <form onSubmit={find} className="flex flex-wrap items-end gap-3">
        <div className="w-72 max-md:w-full">
          <Field label={t("number")} error={failure ? say(failure) : undefined}>
            <Input name="phone" type="tel" autoComplete="off" maxLength={40} required />
          </Field>
        </div>
        <Button type="submit" variant="quiet" pending={isPending}>
          {t("find")}
        </Button>
      </form>
      <div role="status" className="mt-2">
        {found && (
          <>
            <p className="text-sm">{t("found", { count: found.length })}</p>
            <ul>
              {found.map(({ id, fullName, role, email }) => (
                <li key={id}>
                  <Link href={`/people?q=${id}`} className={linkClass("alone")}>
                    {fullName}
                  </Link>{" "}
                  <span className="text-sm text-ink-soft">
                    {[status(`roles.${role}`), email].join(" · ")}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Disclosure>
  );
}
