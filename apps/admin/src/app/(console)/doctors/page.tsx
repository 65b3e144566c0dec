import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { doctorQuery } from "../../../features/doctors/doctor-query";
import { Doctors } from "../../../features/doctors/doctors";
import { orFirstPage } from "../../../features/listing/first-page";
import { hrefOf, type RawQuery, readQuery } from "../../../features/listing/query";
import { getApi, orNotFound, requireRole } from "../../../server/caller";
import { getReader } from "../../../server/reader";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adminDoctors");
  return { title: t("title") };
}

export default async function DoctorsPage({ searchParams }: { searchParams: RawQuery }) {
  const { role } = await requireRole("ADMIN", "SUPPORT");
  const [api, reader, query] = await Promise.all([
    getApi(),
    getReader(),
    readQuery(doctorQuery, searchParams),
  ]);
  const { items, nextCursor, pending } = await orNotFound(
    orFirstPage(api.admin.doctors(query), hrefOf("/doctors", { ...query, cursor: undefined }), !query.cursor),
  );
  return (
    <Doctors
      query={query}
      doctors={items}
      pending={pending}
      nextCursor={nextCursor}
      reader={reader}
      canDecide={role === "ADMIN"}
    />
  );
}
