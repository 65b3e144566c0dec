import type { Delivery } from "@amrutam/domain/admin/delivery-schema";
import { DataTable, Td, Th, Tr } from "@amrutam/ui/data-table";
import { linkClass } from "@amrutam/ui/link";
import { Tag } from "@amrutam/ui/tag";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { hrefOf } from "../listing/query";
import type { Reader } from "../listing/reader";
import { stamp } from "../listing/stamp";

const TONE = { QUEUED: "warn", SENT: "ok", SKIPPED: "none" } as const;
const REASONS = ["not_true_any_more", "not_wanted_any_more", "no_number", "channel_off"] as const;
const REFUSED = "refused_";

/** Messages as rows: a name narrows the list to that person, a time to that visit. */
export async function DeliveryTable({
  deliveries,
  reader,
}: {
  deliveries: readonly Delivery[];
  reader: Reader;
}) {
  const [t, notices] = [await getTranslations("adminDeliveries"), await getTranslations("notices.settings")];
  const status = await getTranslations("status");
  const { locale, zone } = reader;
  const at = (iso: string) => stamp(iso, zone, locale);
  const why = (reason: string) => {
    const known = REASONS.find((code) => code === reason);
    if (known) return t(`reasons.${known}`);
    return reason.startsWith(REFUSED) ? t("refused", { code: reason.slice(REFUSED.length) }) : reason;
  };
  return (
    <DataTable label={t("title")}>
      <thead>
        <tr>
          <Th>{t("person")}</Th>
          <Th>{t("about")}</Th>
          <Th>{t("channel")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("settled", { zone: reader.zoneName })}</Th>
          <Th>{t("visit", { zone: reader.zoneName })}</Th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((row) => (
          <Tr key={row.id}>
            <Td nowrap>
              <Link href={hrefOf("/deliveries", { userId: row.person.id })} className={linkClass("plain")}>
                {row.person.fullName}
              </Link>
              <span className="block text-xs text-ink-soft">{status(`roles.${row.person.role}`)}</span>
            </Td>
            <Td nowrap>{notices(`kind.${row.audience}.${row.kind}`)}</Td>
            <Td nowrap>{notices(`channel.${row.channel}`)}</Td>
            <Td nowrap>
              <Tag tone={TONE[row.state]}>{t(`states.${row.state}`)}</Tag>
              {row.reason && <span className="block text-xs text-ink-soft">{why(row.reason)}</span>}
              {row.state === "QUEUED" && (
                <span className="block text-xs text-ink-soft">
                  {row.attempts > 0 ? t("tried", { count: row.attempts }) : t("due", { at: at(row.dueAt) })}
                </span>
              )}
            </Td>
            <Td nowrap faint>
              {row.settledAt ? at(row.settledAt) : "—"}
            </Td>
            <Td nowrap>
              {row.visit ? (
                <Link
                  href={hrefOf("/deliveries", { consultationId: row.visit.id })}
                  className={linkClass("plain")}
                >
                  {at(row.visit.startsAt)}
                </Link>
              ) : (
                "—"
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </DataTable>
  );
}
