import { ClientMessages } from "@amrutam/account/client-messages";
import type { Approval } from "@amrutam/domain/doctor/catalogue";
import { AppShell } from "@amrutam/ui/app-shell";
import { Brand } from "@amrutam/ui/brand";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { InboxBell } from "../shell/inbox-bell";
import { ApprovalBanner } from "./approval-banner";
import { ClientAtHand } from "./client-at-hand";
import { PortalSide, PortalTabs } from "./portal-nav";
import { Preferences } from "./preferences";

type PortalFrameProps = {
  fullName: string;
  /** null before registration. */
  doctor: { approval: Approval; approvalReason: string | null } | null;
  /** New lines of the inbox. */
  unread: number;
  children: ReactNode;
};

/** The doctor's portal around every page of it. */
export function PortalFrame({ fullName, doctor, unread, children }: PortalFrameProps) {
  const common = useTranslations("common");
  const t = useTranslations("portal.nav");
  const footer = (
    <div className="flex flex-col gap-3">
      <p className="text-ink-soft">{t("signedInAs", { name: fullName })}</p>
      <Preferences name="theme" />
    </div>
  );
  return (
    <ClientMessages of={["portal"]}>
      <ClientAtHand />
      <AppShell
        nav={
          <PortalSide brand={<Brand name={common("brand")} href="/doctor" linkAs={Link} />} footer={footer} />
        }
        tabs={<PortalTabs />}
        width="full"
      >
        <div className="-mb-4 flex justify-end">
          <InboxBell href="/doctor/inbox" unread={unread} />
        </div>
        {doctor && <ApprovalBanner approval={doctor.approval} reason={doctor.approvalReason} />}
        {children}
      </AppShell>
    </ClientMessages>
  );
}
