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
    if (needs?.isRetired) return { outcome: "already" };
    if (version >= currentVersion) return { outcome: needs ? "current" : "unknown" };
    if (needs && (needs.dataKeys > 0 || needs.phones > 0)) return { outcome: "needed", needs };
    // A version that only ever filled a database, and never served it, has no text to prove it by; retired, it needs none.
    await tx.$executeRaw`
      INSERT INTO master_key_checks (version, sealed, retired_at) VALUES (${version}, '', now())
      ON CONFLICT (version) DO UPDATE SET retired_at = now()`;
    await tx.$executeRaw`
      INSERT INTO audit_events (actor_role, action, entity_type, request_id)
      VALUES ('SYSTEM', 'keys.retire', 'master_key', ${runId})`;
    return { outcome: "retired" };
  });
