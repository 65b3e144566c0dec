import { listPeopleInput } from "@amrutam/domain/admin/schema";

/** The people list's part of the address. */
export const peopleQuery = listPeopleInput.omit({ limit: true });
