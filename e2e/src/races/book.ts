import * as z from "zod";
import type { SignedIn } from "../clinic/patients";
import { call, type Reply } from "./call";

const booked = z.object({ id: z.string() });

/** A reply, and the id of what was booked. */
export type Answer = Reply & Readonly<{ id: string | null }>;

/** Books over HTTP, at the one and the other web process in turn. */
export async function book(patient: SignedIn, slotId: string, key?: string): Promise<Answer> {
  const body = { slotId, reason: "A cough since Monday", mode: "VIDEO" };
  const reply = await call(patient, "POST", "/consultations", { body, ...(key && { key }) });
  return { ...reply, id: reply.status === 201 ? booked.parse(reply.body).id : null };
}

/** Books where nothing stands in the way. @throws Error with the code when something does */
export async function mustBook(patient: SignedIn, slotId: string): Promise<string> {
  const { id, code } = await book(patient, slotId);
  if (id === null) throw new Error(`the slot couldn't be booked: ${code}`);
  return id;
}
