import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { Booker } from "../../../../features/booking/booking-form";
import { BookingScreen } from "../../../../features/booking/booking-screen";
import { ownVisitPath } from "../../../../features/booking/own-visit";
import { getApi, getSession, orNotFound } from "../../../../server/caller";

type BookPageProps = {
  params: Promise<{ slotId: string }>;
  searchParams: Promise<{ mode?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("booking"))("pageTitle") };
}

function bookerOf(session: Awaited<ReturnType<typeof getSession>>): Booker {
  if (!session) return { kind: "visitor" };
  if (session.role !== "PATIENT") return { kind: "staff" };
  return session.emailVerified ? { kind: "patient" } : { kind: "unverified", email: session.email };
}

export default async function BookPage({ params, searchParams }: BookPageProps) {
  const [{ slotId }, { mode }, api, session] = await Promise.all([
    params,
    searchParams,
    getApi(),
    getSession(),
  ]);
  const [detail, draft, family] = await Promise.all([
    orNotFound(api.doctor.slot({ id: slotId })),
    session?.role === "PATIENT" ? api.consultation.draft({}) : null,
    session?.role === "PATIENT" ? api.dependant.list({}) : null,
  ]);
  // The form names people; their birth dates stay here.
  const people = (family?.items ?? []).map(({ id, fullName, relationship }) => ({
    id,
    fullName,
    relationship,
  }));
  if (detail.state === "TAKEN" && session?.role === "PATIENT") {
    const own = await ownVisitPath(api, detail);
    if (own) redirect(own);
  }
  return (
    <BookingScreen
      key={slotId}
      detail={detail}
      booker={bookerOf(session)}
      draft={draft}
      people={people}
      mode={typeof mode === "string" ? mode : undefined}
    />
  );
}
