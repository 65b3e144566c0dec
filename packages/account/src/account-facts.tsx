import type { meOutput } from "@amrutam/domain/user/schema";
import { Card } from "@amrutam/ui/card";
import { DetailList } from "@amrutam/ui/detail-list";
import { Tag } from "@amrutam/ui/tag";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type * as z from "zod";

type AccountFactsProps = {
  me: z.infer<typeof meOutput>;
  /** The zone times are shown in, as this app names zones. */
  zone: ReactNode;
};

/** Who am I, as the platform knows it. */
export function AccountFacts({ me, zone }: AccountFactsProps) {
  const t = useTranslations("account");
  const say = useTranslations("status");
  const locale = useLocale();
  const items = [
    { key: "name", term: t("fullName"), detail: me.fullName },
    {
      key: "email",
      term: t("email"),
      detail: (
        <span className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 wrap-anywhere">{me.email}</span>
          {!me.emailVerified && <Tag tone="warn">{t("me.unverified")}</Tag>}
        </span>
      ),
    },
    { key: "role", term: t("me.role"), detail: say(`roles.${me.role}`) },
    { key: "language", term: t("me.language"), detail: t("me.languageName", { locale }) },
    { key: "zone", term: t("me.zone"), detail: zone },
  ];
  return (
    <Card>
      <DetailList items={items} />
    </Card>
  );
}
