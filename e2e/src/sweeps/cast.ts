import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { makePatient, makePerson } from "@amrutam/testing/factories/person";
import * as z from "zod";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { sessionOf } from "../people/session";
import { adminOf, type OpenSlot, offerSlotNow, offerSlots } from "../people/staff";

/** The people and things that the sweep's pages are about: each page has content. */
const cast = z.object({
  /** Has visits, one of them with a prescription. */
  patient: z.string(),
  withPrescription: z.string(),
  confirmed: z.string(),
  /** The same patient's next visit with the doctor of the prescription. */
  again: z.string(),
  /** The same patient's visit that is over and not rated. */
  finished: z.string(),
  /** Has one held visit. */
  payer: z.string(),
  held: z.string(),
  doctor: z.string(),
  doctorId: z.string(),
  /** Another doctor, in a visit that has no prescription yet. */
  prescriber: z.string(),
  started: z.string(),
  openSlot: z.string(),
  takenSlot: z.string(),
  /** Has an account and nothing else. */
  unregistered: z.string(),
  /** Have not shown a second factor yet. */
  enrolling: z.object({ web: z.string(), admin: z.string() }),
  admin: z.string(),
});
export type Cast = Readonly<z.infer<typeof cast>>;

const FILE = fileURLToPath(new URL("../../test-results/cast.json", import.meta.url));

export async function keepCast(gathered: Cast): Promise<void> {
  await mkdir(dirname(FILE), { recursive: true });
  await writeFile(FILE, JSON.stringify(gathered));
}

export const keptCast = (): Cast => cast.parse(JSON.parse(readFileSync(FILE, "utf8")));

const made = z.object({ id: z.string() });

/** Somebody's own request to the web app's REST doors. @returns the id in the answer, or nothing */
export async function call(email: string, method: string, path: string, body: object): Promise<string> {
  const { value } = await sessionOf(email, "WEB");
  const response = await fetch(`${readServed().web}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${value}`,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
    },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return made.safeParse(answer).data?.id ?? "";
}

export const hold = (email: string, { slotId }: Pick<OpenSlot, "slotId">) =>
  call(email, "POST", "/consultations", {
    slotId,
    mode: "VIDEO",
    reason: "A dry cough since Monday, worse at night.",
  });
export const pay = (email: string, consultationId: string) =>
  call(email, "POST", "/payments/initiate", { consultationId });

/** Two sentences' worth of history, made through the same doors as everybody's. @param project whose staff may be asked */
export async function gather(project: string): Promise<Cast> {
  const [soon, next, third, fourth] = await offerSlots(project, 6, 5);
  const now = await offerSlotNow(project);
  const over = await offerSlotNow(project);
  const [first, second, open] = await offerSlots(project, 28 * 60, 3);
  if (!soon || !next || !third || !fourth || !first || !second || !open) throw new Error("too few slots");
  const mark = randomBytes(2).toString("hex");
  const address = (name: string) => `${name}.${mark}@example.test`;
  const { email: patient } = await makePatient(sql(), { fullName: "Meera Nair", email: address("meera") });
  const { email: payer } = await makePatient(sql(), { fullName: "Arjun Rao", email: address("arjun") });
  const started = await hold(payer, now);
  await pay(payer, started);
  await call(now.email, "PATCH", `/consultations/${started}/status`, { status: "IN_PROGRESS" });
  const finished = await hold(patient, over);
  await pay(patient, finished);
  for (const status of ["IN_PROGRESS", "COMPLETED"])
    await call(over.email, "PATCH", `/consultations/${finished}/status`, { status });
  const withPrescription = await hold(patient, soon);
  await pay(patient, withPrescription);
  await call(soon.email, "PATCH", `/consultations/${withPrescription}/status`, { status: "IN_PROGRESS" });
  await call(soon.email, "PUT", `/consultations/${withPrescription}/note`, {
    body: "Chest clear. Reassured.",
    revision: 0,
  });
  await call(soon.email, "POST", "/prescriptions", {
    consultationId: withPrescription,
    patientAge: 34,
    lines: [
      {
        genericName: "Paracetamol",
        strength: "500 mg",
        form: "tablet",
        dose: "1 tablet",
        route: "oral",
        frequency: "three_times_daily",
        durationDays: 5,
        quantity: "15",
        instructions: "After food",
      },
    ],
    advice: "Warm water. Come back if it lasts for more than a week.",
  });
  await pay(payer, await hold(payer, next));
  await hold((await makePatient(sql(), { fullName: "Kavya Iyer", email: address("kavya") })).email, third);
  const again = await hold(patient, fourth);
  await pay(patient, again);
  const confirmed = await hold(patient, first);
  await pay(patient, confirmed);
  const held = await hold(payer, second);
  await sql().query("UPDATE consultations SET hold_expires_at = now() + interval '1 hour' WHERE id = $1", [
    held,
  ]);
  const bare = async (role: "DOCTOR" | "ADMIN", fullName: string, name: string) =>
    (await makePerson(sql(), { role, fullName, email: address(name) })).email;
  return {
    patient,
    withPrescription,
    finished,
    confirmed,
    again,
    payer,
    held,
    doctor: soon.email,
    doctorId: soon.doctorId,
    openSlot: open.slotId,
    takenSlot: second.slotId,
    prescriber: now.email,
    started,
    unregistered: await bare("DOCTOR", "Dr. Nisha Kulkarni", "nisha"),
    enrolling: {
      web: await bare("DOCTOR", "Dr. Ravi Menon", "ravi"),
      admin: await bare("ADMIN", "Sunita Bose", "sunita"),
    },
    admin: adminOf(project),
  };
}
