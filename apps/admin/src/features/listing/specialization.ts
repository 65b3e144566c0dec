import { SPECIALIZATIONS, type Specialization } from "@amrutam/domain/doctor/catalogue";

/** Is it one that the catalogs have a name for? Old rows may hold others. */
export const isSpecialization = (code: string): code is Specialization =>
  Object.hasOwn(SPECIALIZATIONS, code);
