import type { Role } from "@amrutam/domain/actor";
import { deviceOf } from "@amrutam/domain/session/device";
import type { WorkerDeps } from "../deps";
import type { OutboxEvent } from "../outbox/event";
import { post, type Recipient } from "./post";

type Opened = Recipient &
  Readonly<{
    role: Role;
    timezone: string;
    userAgent: string | null;
    address: string | null;
    place: string | null;
    openedAt: Date;
  }>;

const OPENED = `
SELECT u.id AS "userId", u.email, u.full_name AS "fullName", u.locale, u.role, u.timezone, s.user_agent AS "userAgent",
  host(s.client_address) AS address, s.place, s.created_at AS "openedAt"
FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = $1`;

/** Also when it has been ended since: that somebody got in is worth knowing all the same. */
export async function mailNewDevice(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const [opened] = await deps.db.query<Opened>("mail.device", OPENED, [event.aggregateId]);
  if (!opened) return;
  await post(deps, event, opened, "new-device", {
    name: opened.fullName,
    url: deps.links.security(opened.role),
    device: deviceOf(opened.userAgent),
    place: opened.place,
    address: opened.address,
    at: opened.openedAt.toISOString(),
    zone: opened.timezone,
  });
}
