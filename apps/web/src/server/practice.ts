import "server-only";
import type { ownDoctor } from "@amrutam/domain/doctor/schema";
import { redirect } from "next/navigation";
import { cache } from "react";
import type * as z from "zod";
import { getApi, orNotFound, requireRole } from "./caller";
import { getPageRequest } from "./page-request";

export type OwnDoctor = z.infer<typeof ownDoctor>;

/** Where a doctor's account without a doctor's record goes first. */
const REGISTER_PATH = "/doctor/register";
/** What needs no record: the form that makes it, and one's own account. */
const WITHOUT_RECORD = /^\/doctor\/(register|account)(?=[/?]|$)/;

/** The caller's own record, read once per request. */
export const getOwnDoctor = cache(async (): Promise<OwnDoctor> => {
  const api = await getApi();
  return orNotFound(api.doctor.mine({}));
});

/** The record of the doctor who looks at this page, or off to the form that makes one. */
export async function requirePractice(): Promise<OwnDoctor> {
  const { doctor } = await requireRole("DOCTOR");
  return doctor ? getOwnDoctor() : redirect(REGISTER_PATH);
}

/**
 * Who is in the portal, and the record that makes it one; null on the pages that need none. Asked by the frame,
 * before anything of a page is sent: so the way to that form is a plain redirect.
 */
export async function requirePortal(): Promise<{ fullName: string; doctor: OwnDoctor | null }> {
  const { fullName, doctor } = await requireRole("DOCTOR");
  if (doctor) return { fullName, doctor: await getOwnDoctor() };
  const { location } = await getPageRequest();
  if (!WITHOUT_RECORD.test(location)) redirect(REGISTER_PATH);
  return { fullName, doctor: null };
}
