import { ClientMessages } from "@amrutam/account/client-messages";
import type { factorReset } from "@amrutam/domain/admin/schema";
import { Card } from "@amrutam/ui/card";
import { linkClass } from "@amrutam/ui/link";
import { PageHeader } from "@amrutam/ui/page-header";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import { ListPages } from "../listing/list-pages";
import { NoRows } from "../listing/no-rows";
import { Outcome } from "../listing/outcome";
import type { Query } from "../listing/query";
import type { Reader } from "../listing/reader";
import { FactorResetTable } from "./factor-reset-table";

type FactorResetsProps = {
  path: string;
  query: Query;
  resets: readonly z.output<typeof factorReset>[];
  nextCursor: string | null;
  reader: Reader;
};

/** Requests to take somebody's lost second factors away, newest first. */
export async function FactorResets({ path, query, resets, nextCursor, reader }: FactorResetsProps) {
  const t = await getTranslations("adminPeople.resets");
  return (
    <>
      <PageHeader
        size="dense"
        title={t("title")}
        subtitle={t("subtitle")}
        back={
          <Link href="/people" className={linkClass("alone")}>
            <ChevronLeft aria-hidden size={16} strokeWidth={1.75} />
            {t("back")}
          </Link>
        }
      />
      <ClientMessages of={["adminList", "adminPeople", "status", "stepUp"]}>
        <Outcome>
          {resets.length === 0 ? (
            <NoRows title={t("empty")} path={path} isFiltered={false} />
          ) : (
            <Card padding="none">
              <FactorResetTable resets={resets} reader={reader} />
            </Card>
          )}
        </Outcome>
      </ClientMessages>
      <ListPages path={path} query={query} nextCursor={nextCursor} />
    </>
  );
}
