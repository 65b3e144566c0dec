import type pg from "pg";
import { LOGIN_ROLES, OWNER_ROLE } from "./role-names";

/**
 * Takes on the owner's role, so that everything a migration makes belongs to it. On a server set up by hand the role
 * is made first where this login may.
 * @throws Error with a sentence when the login neither has the role nor may have it
 */
export async function becomeOwner(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ exists: boolean; may: boolean; su: boolean; login: string }>(
    `SELECT r.oid IS NOT NULL AS exists, coalesce(pg_has_role(current_user, r.oid, 'SET'), false) AS may,
            u.rolsuper AS su, current_user AS login
     FROM pg_roles u LEFT JOIN pg_roles r ON r.rolname = $1 WHERE u.rolname = current_user`,
    [OWNER_ROLE],
  );
  const [state] = rows;
  try {
    if (!state?.exists) await client.query(`CREATE ROLE ${OWNER_ROLE} NOLOGIN`);
    if (!state?.may) await client.query(`GRANT ${OWNER_ROLE} TO CURRENT_USER`);
    if (!state?.may || state.su) await letOwnerCreate(client);
    await client.query(`SET ROLE ${OWNER_ROLE}`);
  } catch (error) {
    throw new Error(
      `The login ${state?.login} can neither become ${OWNER_ROLE} nor create it. Migrate with a login that is a member of ${OWNER_ROLE}.`,
      { cause: error },
    );
  }
}

async function letOwnerCreate(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>("SELECT current_database() AS name");
  const database = client.escapeIdentifier(rows[0]?.name ?? "");
  await client.query(`GRANT CREATE, CONNECT ON DATABASE ${database} TO ${OWNER_ROLE}`);
  await client.query(`GRANT ALL ON SCHEMA public TO ${OWNER_ROLE} WITH GRANT OPTION`);
}

/**
 * Opens a database to the platform's roles and to nobody else. Such grants are not copied from a template and not
 * part of a migration, which does not know its database's name.
 * @param client a login that owns the database
 */
export async function grantDatabase(client: pg.Client, name: string): Promise<void> {
  const database = client.escapeIdentifier(name);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${LOGIN_ROLES.join(", ")}`);
  // The job queue keeps its tables in a schema that its own role creates and owns.
  await client.query(`GRANT CREATE ON DATABASE ${database} TO amrutam_worker`);
}
