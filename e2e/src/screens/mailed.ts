import { hashPassword } from "@amrutam/auth/passwords";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import type { APIRequestContext } from "@playwright/test";
import { sql } from "../clinic/database";
import { linkMailedTo } from "../people/mail";
import { doctorsOf, type OpenSlot } from "../people/staff";
import { call, hold, pay } from "../sweeps/cast";

const newPatient = async (fullName: string, passwordHash?: string) =>
  (await makePatient(sql(), { fullName, passwordHash })).email;

/** A time of the demo clinic itself, days ahead, that nobody has; two who ask at once seldom get the same. */
async function freeSlot(): Promise<OpenSlot> {
  const { rows } = await sql().query<OpenSlot>(
    `SELECT s.id AS "slotId", d.id AS "doctorId", d.display_name AS doctor, u.email, d.fee_minor::int AS fee
     FROM slots s JOIN doctors d ON d.id = s.doctor_id JOIN users u ON u.id = d.user_id
     WHERE u.email = ANY ($1::citext[]) AND d.approval = 'APPROVED' AND d.fee_minor > 0 AND s.status = 'OPEN' AND s.taken = 0
       AND 'VIDEO' = ANY (s.modes) AND s.starts_at BETWEEN now() + interval '3 days' AND now() + interval '7 days'
     ORDER BY random() LIMIT 1`,
    [doctorsOf("screens")],
  );
  const [slot] = rows;
  if (!slot) throw new Error("no doctor has a free time");
  return slot;
}

/** The link of a booked visit's mail. */
export async function visitLink(request: APIRequestContext, act: "change" | "cancel"): Promise<string> {
  const email = await newPatient("Meera Nair");
  await pay(email, await hold(email, await freeSlot()));
  return linkMailedTo(request, email, `/visit-link#token=${act}`);
}

/** The link that sets a forgotten password. */
export async function resetLink(request: APIRequestContext): Promise<string> {
  const email = await newPatient("Meera Nair", await hashPassword("an umbrella in the first monsoon"));
  await call(email, "POST", "/auth/request-password-reset", { email });
  return linkMailedTo(request, email, "/reset-password");
}

/** The link of a time that was given up, offered to who waits for it. */
export async function offerLink(request: APIRequestContext): Promise<string> {
  const { doctorId } = await makeDoctor(sql(), {
    fullName: "Dr. Gauri Deshpande",
    specialization: "shalakya",
  });
  const { slotId } = await makeSlot(sql(), { doctorId, startsAt: minutesAhead(26 * 60) });
  const holder = await newPatient("Arjun Rao");
  const visit = await hold(holder, { slotId });
  await pay(holder, visit);
  const email = await newPatient("Meera Nair");
  await call(email, "POST", "/waitlist", {
    doctorId,
    fromDate: dateIn(0),
    toDate: dateIn(7),
    timezone: "Asia/Kolkata",
    mode: "VIDEO",
    reason: "A dry cough since Monday, worse at night.",
  });
  await call(holder, "POST", `/consultations/${visit}/cancel`, {});
  return linkMailedTo(request, email, "/waitlist-offer");
}

/** On Kolkata's calendar, whose day begins five and a half hours before that of UTC. */
const dateIn = (days: number) =>
  new Date(Date.now() + 5.5 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
