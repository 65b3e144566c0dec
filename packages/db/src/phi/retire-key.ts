import type { Database } from "../client";
import { type KeyNeeds, keyNeeds } from "./key-needs";

export type Retired =
  | Readonly<{ outcome: "retired" | "already" | "unknown" | "current" }>
  | Readonly<{ outcome: "needed"; needs: KeyNeeds }>;

/**
 * Marks a version as one that nothing needs: processes then boot without it, and the database refuses any data key that
 * it would wrap. Refused while anything needs it, and for the newest.
 * @param currentVersion the newest this caller knows @param runId of the audit event
 */
export const retireKey = (
  { prisma }: Pick<Database, "prisma">,
  currentVersion: number,
  version: number,
  runId: string,
): Promise<Retired> =>
  prisma.$transaction(async (tx) => {
    // Who would wrap a key by it right now waits, and then meets the trigger that refuses.
    await tx.$executeRaw`LOCK TABLE data_keys IN SHARE ROW EXCLUSIVE MODE`;
    const needs = (await keyNeeds((_name, text) => tx.$queryRawUnsafe(text))).find(
      (each) => each.version === version,
    );
    if (!needs) return { outcome: "unknown" };
    if (needs.isRetired) return { outcome: "already" };
    if (version >= currentVersion) return { outcome: "current" };
    if (needs.dataKeys > 0 || needs.phones > 0) return { outcome: "needed", needs };
    await tx.$executeRaw`UPDATE master_key_checks SET retired_at = now() WHERE version = ${version}`;
    await tx.$executeRaw`
      INSERT INTO audit_events (actor_role, action, entity_type, request_id)
      VALUES ('SYSTEM', 'keys.retire', 'master_key', ${runId})`;
    return { outcome: "retired" };
  });
