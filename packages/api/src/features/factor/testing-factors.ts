import { hashPassword } from "@amrutam/auth/passwords";
import { actorOf, findSession } from "@amrutam/auth/sessions";
import { softwareAuthenticator } from "@amrutam/auth/testing-authenticator";
import { codeOf as totpOf } from "@amrutam/auth/totp";
import type { Role } from "@amrutam/domain/actor";
import { makePerson, type Person } from "@amrutam/testing/factories/person";
import { createCallerFactory } from "../../procedure";
import { contextOf, testContext } from "../../testing-context";
import { webRouter } from "../../web-router";

export const PASSWORD = "seven quiet herons at dusk";
const caller = createCallerFactory(webRouter);

/** A world in which people have passwords, and callers of the public app's router. */
export async function factorWorld() {
  const t = await testContext();
  const passwordHash = await hashPassword(PASSWORD);
  const rows = async <Row extends object>(text: string, ...values: unknown[]) =>
    (await t.sql.query<Row>(text, values)).rows;
  const person = (role: Role = "PATIENT") => makePerson(t.sql, { role, passwordHash });
  const anonymous = async () => caller(await contextOf(t.deps, null));

  /** A fresh session of a person, whose sign-in showed everything. */
  const signedIn = async (who: Person, aal?: 1 | 2) => {
    const context = await contextOf(t.deps, who, aal);
    const sessionId = context.session?.sessionId ?? "";
    return { api: caller(context), context, sessionId };
  };
  /** The session as its row is now: after a step-up, or ten minutes on. */
  const again = async (sessionId: string, minutesOn = 0) => {
    if (minutesOn > 0)
      await t.sql.query(
        "UPDATE sessions SET step_up_at = step_up_at - make_interval(mins => $2) WHERE id = $1",
        [sessionId, minutesOn],
      );
    const session = await findSession(t.deps.db.query, "WEB", sessionId);
    if (!session) throw new Error("the session is over");
    return caller({ ...(await contextOf(t.deps, null)), session, actor: actorOf(session) });
  };
  const withPasskey = async (who: Person, name = "Phone") => {
    const { api, sessionId } = await signedIn(who, 2);
    const device = softwareAuthenticator();
    const { challengeId, options } = await api.factor.beginPasskey({});
    const added = await api.factor.addPasskey({ challengeId, name, response: device.make(options) });
    return { device, api, sessionId, ...added };
  };
  const withTotp = async (who: Person) => {
    const { api, sessionId } = await signedIn(who, 2);
    const { secret } = await api.auth.enableMfa({});
    const { recoveryCodes } = await api.auth.confirmMfa({ code: totpOf(secret, Date.now()) });
    // The code of the enrolment is spent; the next one is thirty seconds away.
    await t.sql.query("UPDATE totp_factors SET last_step = 0 WHERE user_id = $1", [who.userId]);
    return { api, sessionId, secret, recoveryCodes };
  };
  const audited = async (userId: string) =>
    (
      await rows<{ event: string }>(
        "SELECT action || ' ' || outcome AS event FROM audit_events WHERE entity_id = $1 ORDER BY id",
        userId,
      )
    ).map(({ event }) => event);
  const notices = async (userId: string) =>
    (
      await rows<{ kind: string }>(
        "SELECT kind FROM outbox_events WHERE aggregate_id = $1 ORDER BY id",
        userId,
      )
    ).map(({ kind }) => kind);
  return { ...t, rows, person, anonymous, signedIn, again, withPasskey, withTotp, audited, notices };
}
export type FactorWorld = Awaited<ReturnType<typeof factorWorld>>;
