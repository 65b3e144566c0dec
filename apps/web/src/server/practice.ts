import "server-only";
import type { ownDoctor } from "@amrutam/domain/doctor/schema";
import { redirect } from "next/navigation";
import { cache } from "react";
import type * as z from "zod";
import { getApi, orNotFound, requireRole } from "./caller";

export type OwnDoctor = z.infer<typeof ownDoctor>;

/** Where a doctor's account without a doctor's record goes first. */
const REGISTER_PATH = "/doctor/register";

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
