import { readVisitLink } from "@amrutam/auth/visit-links";
import type { PrismaTransaction } from "@amrutam/db/client";
import type { VisitLinkPurpose } from "@amrutam/domain/consultation/schema";
import type { Deps } from "../../deps";

/** A link we made, of an account that is in use; whether it still works is judged under the visit's lock. */
export type VisitLink = Readonly<{
  id: string;
  purpose: VisitLinkPurpose;
  consultationId: string;
  patientId: string;
}>;

const FIND = `
SELECT l.id, l.purpose, l.consultation_id AS "consultationId", c.patient_id AS "patientId"
FROM visit_links l JOIN consultations c ON c.id = l.consultation_id JOIN users u ON u.id = c.patient_id
WHERE l.id = $1 AND l.purpose = $2::"VisitLinkPurpose" AND u.status = 'ACTIVE'`;

/** @returns undefined for every text that isn't a signed link of a known visit, and for one of another purpose */
export async function findVisitLink(deps: Deps, token: string, purpose?: VisitLinkPurpose) {
  const read = readVisitLink(deps.secrets.links, token);
  if (!read || (purpose && read.purpose !== purpose)) return undefined;
  const [link] = await deps.db.query<VisitLink>("consultation.link", FIND, [read.id, read.purpose]);
  return link;
}

/** Does it still work? Asked while the visit is locked: whatever retires a link holds that lock. */
export async function isLinkOpen(tx: PrismaTransaction, { id }: VisitLink): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM visit_links WHERE id = ${id}::uuid AND used_at IS NULL AND expires_at > clock_timestamp()`;
  return rows.length > 0;
}

/** The account the link was sent to acts, as far as the audit log is concerned. */
export const doerOf = (link: VisitLink, requestId: string) => ({
  requestId,
  actor: { userId: link.patientId, role: "PATIENT" as const },
});
