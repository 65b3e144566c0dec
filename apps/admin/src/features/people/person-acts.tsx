"use client";
import { adminClient } from "@amrutam/client/admin-client";
import { ROLES, type Role } from "@amrutam/domain/actor";
import type { person } from "@amrutam/domain/admin/schema";
import { buttonClass } from "@amrutam/ui/button";
import { Menu } from "@amrutam/ui/menu";
import { RadioChips } from "@amrutam/ui/radio-chips";
import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type * as z from "zod";
import { ActDialog } from "../listing/act-dialog";

type Person = Pick<z.output<typeof person>, "id" | "fullName" | "role" | "status" | "secondFactor">;

/** What an admin may do to somebody else's account. */
export function PersonActs({ person }: { person: Person }) {
  const [t, status] = [useTranslations("adminPeople"), useTranslations("status")];
  const [open, setOpen] = useState<"status" | "role" | "factors">();
  const close = () => setOpen(undefined);
  const { id, fullName: name } = person;
  const isActive = person.status === "ACTIVE";
  const others = ROLES.filter((role) => role !== person.role);
  const reason = { label: t("reason"), hint: t("reasonHint") };
  const act = isActive ? "disable" : "enable";
  return (
    <>
      <Menu
        trigger={<Ellipsis aria-hidden size={18} strokeWidth={1.75} />}
        label={t("actsFor", { name })}
        triggerClassName={buttonClass({ variant: "ghost", size: "small" })}
        items={[
          { key: "role", label: t("changeRole"), onSelect: () => setOpen("role") },
          ...(person.secondFactor
            ? [{ key: "factors", label: t("resetFactors"), onSelect: () => setOpen("factors") }]
            : []),
          {
            key: "status",
            label: t(act),
            tone: isActive ? "bad" : undefined,
            onSelect: () => setOpen("status"),
          },
        ]}
      />
      <ActDialog
        open={open === "status"}
        onClose={close}
        title={t(`${act}Title`, { name })}
        consequence={t(`${act}Consequence`)}
        confirmLabel={t(act)}
        pendingLabel={t("pending")}
        tone={isActive ? "danger" : "primary"}
        reason={reason}
        done={t(`${act}Done`, { name })}
        act={(why) =>
          adminClient.admin.setStatus.mutate({ id, status: isActive ? "DISABLED" : "ACTIVE", reason: why })
        }
      />
      <ActDialog
        open={open === "factors"}
        onClose={close}
        title={t("resetFactorsTitle", { name })}
        consequence={t("resetFactorsConsequence", { name })}
        confirmLabel={t("resetFactorsAsk")}
        pendingLabel={t("pending")}
        reason={{ label: t("resetFactorsReason"), hint: t("resetFactorsReasonHint") }}
        done={t("resetFactorsDone", { name })}
        act={(why) => adminClient.admin.requestFactorReset.mutate({ userId: id, reason: why })}
      />
      <ActDialog
        open={open === "role"}
        onClose={close}
        title={t("roleTitle", { name })}
        consequence={t("roleConsequence", { role: status(`roles.${person.role}`) })}
        confirmLabel={t("changeRole")}
        pendingLabel={t("pending")}
        reason={reason}
        done={t("roleDone", { name })}
        act={(why, form) =>
          adminClient.admin.setRole.mutate({ id, role: String(form.get("role")) as Role, reason: why })
        }
      >
        <RadioChips
          legend={t("newRole")}
          name="role"
          defaultValue={others[0]}
          options={others.map((role) => ({ value: role, label: status(`roles.${role}`) }))}
        />
      </ActDialog>
    </>
  );
}
