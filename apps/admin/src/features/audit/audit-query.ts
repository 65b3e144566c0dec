import { AUDIT_ACTION_CODES, AUDIT_OUTCOMES } from "@amrutam/domain/audit/actions";
import { id } from "@amrutam/domain/wire";
import * as z from "zod";
import { dateRange } from "../listing/query";

/** The audit log's part of the address. */
export const auditQuery = z.object({
  actorId: id.optional(),
  patientId: id.optional(),
  entityId: id.optional(),
  action: z.enum(AUDIT_ACTION_CODES).optional(),
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
  ...dateRange,
  cursor: z.string().max(300).optional(),
});
export type AuditQuery = z.output<typeof auditQuery>;
