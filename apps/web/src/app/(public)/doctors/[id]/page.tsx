import { MODES } from "@amrutam/domain/doctor/catalogue";
import type { Metadata } from "next";
import { getNow } from "next-intl/server";
import { DoctorProfile } from "../../../../features/doctor-profile/doctor-profile";
import { slotWeek } from "../../../../features/doctor-profile/slot-week";
import { getApi, getTimezone, orNotFound } from "../../../../server/caller";

type DoctorPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ week?: string | string[]; mode?: string | string[]; said?: string | string[] }>;
};

export async function generateMetadata({ params }: DoctorPageProps): Promise<Metadata> {
  const [{ id }, api] = await Promise.all([params, getApi()]);
  return { title: (await orNotFound(api.doctor.get({ id }))).fullName };
}

export default async function DoctorPage({ params, searchParams }: DoctorPageProps) {
  const [{ id }, asked, api, zone, now] = await Promise.all([
    params,
    searchParams,
    getApi(),
    getTimezone(),
    getNow(),
  ]);
  const week = slotWeek(typeof asked.week === "string" ? asked.week : undefined, zone, now.toISOString());
  const mode = MODES.find((known) => known === asked.mode);
  const said = typeof asked.said === "string" ? asked.said : undefined;
  const [doctor, slots, ratings] = await Promise.all([
    orNotFound(api.doctor.get({ id })),
    orNotFound(api.doctor.slots({ doctorId: id, from: week.from, to: week.to })),
    orNotFound(api.rating.listForDoctor({ doctorId: id, cursor: said })),
  ]);
  return (
    <DoctorProfile doctor={doctor} mode={mode} week={week} slots={slots} ratings={ratings} said={said} />
  );
}
