import * as z from "zod";
import { cleanText } from "../text/text-schema";
import { id, instant, page, pageInput } from "../wire";

export const listAuditInput = z.strictObject({
  actorId: id.optional(),
  patientId: id.optional(),
  entityId: id.optional(),
  action: cleanText(60).optional(),
  outcome: z.enum(["ok", "refused"]).optional(),
  from: instant.optional(),
  to: instant.optional(),
  ...pageInput(50),
});
export const auditEvent = z.strictObject({
  id,
  occurredAt: instant,
  actor: z.strictObject({ id, fullName: z.string() }).nullable(),
  actorRole: z.string(),
  action: z.string(),
  entityType: z.string(),
  entityId: id.nullable(),
  patient: z.strictObject({ id, fullName: z.string() }).nullable(),
  outcome: z.string(),
  requestId: z.string().nullable(),
});
export const listAuditOutput = page(auditEvent);
