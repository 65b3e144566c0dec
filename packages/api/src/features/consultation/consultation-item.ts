import type { ConsultationItem } from "@amrutam/domain/consultation/schema";
import { iso, isoOrNull } from "../../wire";
import type { ItemRow } from "./list-store";

/** A row as it goes over the wire. */
export const consultationItemOf = (row: ItemRow): ConsultationItem => ({
  id: row.id,
  status: row.status,
  mode: row.mode,
  startsAt: iso(row.starts_at),
  endsAt: iso(row.ends_at),
  holdExpiresAt: isoOrNull(row.hold_expires_at),
  fee: { minor: row.fee_minor, currency: row.currency },
  doctor: {
    id: row.doctor_id,
    fullName: row.doctor_name,
    specialization: row.specialization,
    timezone: row.doctor_zone,
  },
  patient: { id: row.patient_id, fullName: row.patient_name },
  dependant:
    row.dependant_id === null
      ? null
      : { id: row.dependant_id, fullName: row.dependant_name, relationship: row.relationship },
  hasPrescription: row.has_prescription,
  delayMin: row.delay_min,
});
