import { SignOutButton } from "@amrutam/account/sign-out-button";
import type { meOutput } from "@amrutam/domain/user/schema";
import { Card } from "@amrutam/ui/card";
import { DetailList } from "@amrutam/ui/detail-list";
import { PageHeader } from "@amrutam/ui/page-header";
import { Tag } from "@amrutam/ui/tag";
import { useLocale, useTranslations } from "next-intl";
import type * as z from "zod";
import { ClientMessages } from "../shell/client-messages";
import { useWhen } from "../when/use-when";

/** Who am I, and out. */
export function AccountPage({ me }: { me: z.infer<typeof meOutput> }) {
  const t = useTranslations("account");
  const say = useTranslations("status");
  const locale = useLocale();
  const when = useWhen();
  const items = [
    { key: "name", term: t("fullName"), detail: me.fullName },
    {
      key: "email",
      term: t("email"),
      detail: (
        <span className="flex flex-wrap items-center gap-2">
          {me.email}
          {!me.emailVerified && <Tag tone="warn">{t("me.unverified")}</Tag>}
        </span>
      ),
    },
    { key: "phone", term: t("phone"), detail: me.phone ?? t("me.noPhone") },
    { key: "role", term: t("me.role"), detail: say(`roles.${me.role}`) },
    { key: "language", term: t("me.language"), detail: t("me.languageName", { locale }) },
    { key: "zone", term: t("me.zone"), detail: when.zoneName(when.now) },
    {
      key: "factor",
      term: t("me.secondFactor"),
      detail: t(me.secondFactor ? "me.secondFactorOn" : "me.secondFactorOff"),
    },
  ];
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-6 p-4 pb-12 md:p-6 md:pb-18">
      <PageHeader title={t("me.title")} />
      <Card>
        <DetailList items={items} />
      </Card>
      <ClientMessages of={["account"]}>
        <SignOutButton continueTo="/" />
      </ClientMessages>
    </div>
  );
}
