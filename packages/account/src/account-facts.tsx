import type { meOutput } from "@amrutam/domain/user/schema";
import { Card } from "@amrutam/ui/card";
import { DetailList } from "@amrutam/ui/detail-list";
import { Tag } from "@amrutam/ui/tag";
import { useTranslations } from "next-intl";
import type * as z from "zod";

/** What an account is known by and can't be changed here. */
export function AccountFacts({ me }: { me: z.infer<typeof meOutput> }) {
  const t = useTranslations("account");
  const say = useTranslations("status");
  const items = [
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
  ];
  return (
    <Card>
      <DetailList items={items} />
    </Card>
  );
}
