import type { ConsultationItem } from "@amrutam/domain/consultation/schema";

type Lists = {
  consultation: {
    list(input: { from: string; to: string }): Promise<{ items: ConsultationItem[] }>;
  };
};
type Taken = Readonly<{ doctor: { id: string }; slot: { startsAt: string } }>;

/** Where a patient who comes back to a slot that is theirs already goes on: to pay, or to the visit; null when it is somebody else's. */
export async function ownVisitPath(api: Lists, { doctor, slot }: Taken): Promise<`/visits/${string}` | null> {
  const to = new Date(Date.parse(slot.startsAt) + 1).toISOString();
  const { items } = await api.consultation.list({ from: slot.startsAt, to });
  const own = items.find(
    (item) => item.doctor.id === doctor.id && ["REQUESTED", "CONFIRMED", "IN_PROGRESS"].includes(item.status),
  );
  if (!own) return null;
  return own.status === "REQUESTED" ? `/visits/${own.id}/pay` : `/visits/${own.id}`;
}
