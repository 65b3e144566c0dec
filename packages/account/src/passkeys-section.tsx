"use client";
import type { factors } from "@amrutam/domain/factor/schema";
import { Button } from "@amrutam/ui/button";
import { ConfirmDialog } from "@amrutam/ui/confirm-dialog";
import { Notice } from "@amrutam/ui/notice";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import type * as z from "zod";
import type { FactorsClient } from "./account-client";
import { NamePasskey } from "./name-passkey";
import { PasskeyRow } from "./passkey-row";
import { hasPasskeys } from "./passkeys";
import { SecuritySection } from "./security-section";
import { Told } from "./told";
import { useFactorAct } from "./use-factor-act";
import { useNewPasskey } from "./use-new-passkey";

type Factors = z.output<typeof factors>;
type Passkey = Factors["passkeys"][number];
type PasskeysSectionProps = {
  client: FactorsClient;
  passkeys: readonly Passkey[];
  /** The last factor of staff stays. */
  isLast: boolean;
  onCodes: (codes: readonly string[]) => void;
};
const never = () => () => {};

/** The account's passkeys, by name: another one, a new name, one less. */
export function PasskeysSection({ client, passkeys, isLast, onCodes }: PasskeysSectionProps) {
  const [t, common] = [useTranslations("factors.passkeys"), useTranslations("common")];
  const last = useTranslations("factors");
  const act = useFactorAct();
  const made = useNewPasskey(client, { declined: t("declined"), known: t("known") });
  const [open, setOpen] = useState<{ what: "add" | "rename" | "remove"; passkey?: Passkey }>();
  const canAdd = useSyncExternalStore(never, hasPasskeys, () => true);
  const { passkey } = open ?? {};
  const close = () => setOpen(undefined);

  async function add(name: string) {
    const added = await made.add(name);
    if (!added) return;
    close();
    act.tell(t("added", { name: added.passkey.name }));
    if (added.recoveryCodes.length > 0) onCodes(added.recoveryCodes);
  }
  async function rename(name: string) {
    if (!passkey) return;
    const { id } = passkey;
    await act.run("rename", () => client.factor.renamePasskey.mutate({ id, name }), t("renamed"));
    close();
  }
  async function remove() {
    if (!passkey) return;
    const { id, name } = passkey;
    // Closed first: the dialog that asks for a fresh proof stands alone.
    close();
    await act.run("remove", () => client.factor.removePasskey.mutate({ id }), t("removed", { name }));
  }
  return (
    <SecuritySection
      id="passkeys"
      title={t("title")}
      lead={t("lead")}
      action={
        canAdd && (
          <Button variant="quiet" size="small" onClick={() => setOpen({ what: "add" })}>
            {t("add")}
          </Button>
        )
      }
    >
      <Told by={act} />
      {!canAdd && <Notice>{t("unsupported")}</Notice>}
      {passkeys.length === 0 ? (
        <p className="text-sm text-ink-soft">{t("none")}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {passkeys.map((one) => (
            <PasskeyRow
              key={one.id}
              passkey={one}
              isPending={act.pending === "remove"}
              onRename={() => setOpen({ what: "rename", passkey: one })}
              onRemove={isLast ? undefined : () => setOpen({ what: "remove", passkey: one })}
            />
          ))}
        </ul>
      )}
      {isLast && passkeys.length > 0 && <p className="text-sm text-ink-soft">{last("lastOne")}</p>}
      <NamePasskey
        key={open?.what === "add" ? "add" : passkey?.id}
        open={open?.what === "add" || open?.what === "rename"}
        isNew={open?.what === "add"}
        name={passkey?.name ?? t("newName", { number: passkeys.length + 1 })}
        isPending={made.isPending || act.pending === "rename"}
        failure={made.failure}
        onClose={close}
        onName={open?.what === "add" ? add : rename}
      />
      <ConfirmDialog
        open={open?.what === "remove"}
        onClose={close}
        onConfirm={remove}
        title={t("removeTitle", { name: passkey?.name ?? "" })}
        consequence={t("removeConsequence")}
        confirmLabel={t("remove")}
        cancelLabel={common("cancel")}
        pendingLabel={t("removing")}
      />
    </SecuritySection>
  );
}
