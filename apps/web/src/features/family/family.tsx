"use client";
import { MAX_DEPENDANTS } from "@amrutam/domain/dependant/relationship";
import type { Dependant } from "@amrutam/domain/dependant/schema";
import { Button, buttonClass } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { EmptyState } from "@amrutam/ui/empty-state";
import { Notice } from "@amrutam/ui/notice";
import { UserPlus, Users } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { PersonRow } from "./person-row";

/** Its code is fetched when it is opened: most who look at this page change nothing. */
const PersonForm = lazy(() => import("./person-form").then((form) => ({ default: form.PersonForm })));

type Done = { key: "added" | "changed" | "removed"; name: string };

/** The list, and one form at a time: for somebody new, or in place of the row that is changed. */
export function Family({ people, booking }: { people: readonly Dependant[]; booking: string | null }) {
  const t = useTranslations("profile.family");
  const router = useRouter();
  /** null: nothing is open; "new", or whose row. */
  const [open, setOpen] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const isFull = people.length >= MAX_DEPENDANTS;
  const finish = (outcome: Done) => {
    setOpen(null);
    setDone(outcome);
    router.refresh();
  };
  const begin = (which: string) => {
    setDone(null);
    setOpen(which);
  };
  const close = () => setOpen(null);
  const add = (
    <Button variant={people.length === 0 ? "primary" : "quiet"} onClick={() => begin("new")}>
      <UserPlus aria-hidden size={18} strokeWidth={1.75} />
      {t("add")}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-soft">{t("lead")}</p>
      {done && (
        <Notice
          kind="ok"
          live="status"
          action={
            booking && (
              <Link href={booking} className={buttonClass({ size: "small" })}>
                {t("toBooking")}
              </Link>
            )
          }
        >
          {t(`done.${done.key}`, { name: done.name })}
        </Notice>
      )}
      {people.length === 0 && open !== "new" && (
        <EmptyState icon={<Users aria-hidden size={28} strokeWidth={1.75} />} title={t("none")} action={add}>
          {t("noneHint")}
        </EmptyState>
      )}
      {people.length > 0 && (
        <ul className="flex flex-col gap-3">
          {people.map((person) => (
            <Card as="li" key={person.id} padding="small">
              {open === person.id ? (
                <Suspense fallback={null}>
                  <PersonForm
                    person={person}
                    onCancel={close}
                    onDone={(name) => finish({ key: "changed", name })}
                  />
                </Suspense>
              ) : (
                <PersonRow
                  person={person}
                  onEdit={() => begin(person.id)}
                  onRemoved={() => finish({ key: "removed", name: person.fullName })}
                />
              )}
            </Card>
          ))}
        </ul>
      )}
      {open === "new" && (
        <Card>
          <Suspense fallback={null}>
            <PersonForm onCancel={close} onDone={(name) => finish({ key: "added", name })} />
          </Suspense>
        </Card>
      )}
      {people.length > 0 && open !== "new" && !isFull && <div>{add}</div>}
      {isFull && <p className="text-sm text-ink-soft">{t("full", { max: MAX_DEPENDANTS })}</p>}
    </div>
  );
}
