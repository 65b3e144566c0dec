import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { bookingQuery } from "../../../features/bookings/booking-query";
import { Bookings } from "../../../features/bookings/bookings";
import { orFirstPage } from "../../../features/listing/first-page";
import { hrefOf, instantsOf, type RawQuery, readQuery } from "../../../features/listing/query";
import { getApi, orNotFound, requireRole } from "../../../server/caller";
import { getReader } from "../../../server/reader";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adminBookings");
  return { title: t("title") };
}

export default async function BookingsPage({ searchParams }: { searchParams: RawQuery }) {
  const { role } = await requireRole("ADMIN", "SUPPORT");
  const [api, reader, query] = await Promise.all([
    getApi(),
    getReader(),
    readQuery(bookingQuery, searchParams),
  ]);
  const { items, nextCursor } = await orNotFound(
    orFirstPage(
      api.admin.bookings({ ...query, ...instantsOf(query, reader.zone) }),
      hrefOf("/bookings", { ...query, cursor: undefined }),
      !query.cursor,
    ),
  );
  return (
    <Bookings
      query={query}
      bookings={items}
      nextCursor={nextCursor}
      reader={reader}
      canAudit={role === "ADMIN"}
    />
  );
}
