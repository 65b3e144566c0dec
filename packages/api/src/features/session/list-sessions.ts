import { ok, type Result } from "@amrutam/domain/result";
import { deviceOf } from "@amrutam/domain/session/device";
import type { sessionList } from "@amrutam/domain/session/schema";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { iso } from "../../wire";
import { ownSessions } from "./scope";
import { findSessions } from "./store";

/** Where the caller is signed in right now, this session first. */
export async function listSessions({
  deps,
  actor,
}: ActorContext): Promise<Result<z.infer<typeof sessionList>>> {
  const rows = await findSessions(deps.db.query, ownSessions(actor), deps.audience);
  return ok({
    items: rows.map((row) => ({
      id: row.id,
      device: deviceOf(row.userAgent),
      place: row.place,
      address: row.address,
      createdAt: iso(row.createdAt),
      lastUsedAt: iso(row.lastUsedAt),
      expiresAt: iso(row.expiresAt),
      current: row.isCurrent,
    })),
  });
}
