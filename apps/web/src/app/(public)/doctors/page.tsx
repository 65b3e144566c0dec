import { ClientMessages } from "@amrutam/account/client-messages";
import type { Metadata } from "next";
import { getNow, getTranslations } from "next-intl/server";
import { Results } from "../../../features/search/results";
import { type RawParams, readSearch, searchInput } from "../../../features/search/search-params";
import { getApi, getTimezone, orNotFound } from "../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("pageTitle") };
}

export default async function DoctorsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const [raw, api, zone, now] = await Promise.all([searchParams, getApi(), getTimezone(), getNow()]);
  const values = readSearch(raw);
  const cursor = typeof raw.cursor === "string" ? raw.cursor : undefined;
  const found = await orNotFound(api.doctor.search(searchInput(values, cursor, zone, now.toISOString())));
  return (
    <ClientMessages>
      <Results
        values={values}
        found={found}
        isFirstPage={cursor === undefined}
        areFiltersOpen={raw.filters === "open"}
      />
    </ClientMessages>
  );
}
