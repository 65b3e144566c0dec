import { listDoctorsInput } from "@amrutam/domain/admin/schema";

/** The doctor list's part of the address. */
export const doctorQuery = listDoctorsInput.omit({ limit: true });
