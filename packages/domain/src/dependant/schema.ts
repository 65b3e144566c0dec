import * as z from "zod";
import { GENDERS } from "../doctor/catalogue";
import { cleanText } from "../text/text-schema";
import { id, idempotencyKey, localDate } from "../wire";
import { RELATIONSHIPS } from "./relationship";

const person = {
  fullName: cleanText(120),
  relationship: z.enum(RELATIONSHIPS),
  gender: z.enum(GENDERS),
  dateOfBirth: localDate,
};

export const dependant = z.strictObject({
  id,
  fullName: z.string(),
  relationship: z.enum(RELATIONSHIPS),
  gender: z.enum(GENDERS),
  dateOfBirth: z.string(),
});
export type Dependant = z.infer<typeof dependant>;
export const dependantList = z.strictObject({ items: z.array(dependant) });

export const createDependantInput = z.strictObject({ idempotencyKey, ...person });
export const createDependantOutput = z.strictObject({ id });
/** What stays away stays as it is. */
export const updateDependantInput = z.strictObject({ id, ...z.strictObject(person).partial().shape });
/** `archived` when visits name this person: out of the list, still on what was written for them. */
export const removeDependantOutput = z.strictObject({ outcome: z.enum(["deleted", "archived"]) });
