import { systemClock } from "@amrutam/adapters/clock/system-clock";
import { uuidV7 } from "@amrutam/adapters/ids/uuid-v7";
import { environmentKeys } from "@amrutam/adapters/keys/environment-keys";
import { EnvironmentProblems } from "@amrutam/api/http/environment";
import { AddressTaken } from "@amrutam/auth/invite-staff";
import { openDatabase } from "@amrutam/db/client";
import { email } from "@amrutam/domain/text/text-schema";
import { loadEnvironment } from "./create-admin/env";
import { inviteFirstAdmin } from "./create-admin/invite-first-admin";

/** `npm run admin:create -- someone@example.org`: prints a one-time enrolment link for an admin's account. */
async function main(args: readonly string[]): Promise<string> {
  const address = email.safeParse(args[0] ?? "");
  if (args.length !== 1 || !address.success)
    throw new Problem("Name one e-mail address: npm run admin:create -- someone@example.org");
  const env = loadEnvironment();
  const db = openDatabase({ url: env.DATABASE_URL, max: 1, applicationName: "amrutam-admin-create" });
  try {
    const keys = environmentKeys(env.PHI_MASTER_KEYS);
    const means = {
      db,
      keys,
      ids: uuidV7(systemClock),
      linkSecret: env.LINK_SECRET,
      adminOrigin: env.ADMIN_ORIGIN,
    };
    const link = await inviteFirstAdmin(means, address.data);
    return `Enrolment link for ${address.data}, good once and for 72 hours:\n${link.href}`;
  } finally {
    await db.close();
  }
}

class Problem extends Error {}

try {
  process.stdout.write(`${await main(process.argv.slice(2))}\n`);
} catch (error) {
  const isExpected = error instanceof Problem || error instanceof EnvironmentProblems;
  if (!isExpected && !(error instanceof AddressTaken)) throw error;
  const sentence = isExpected
    ? error.message
    : `${error.message} has an account already, and an invitation can't take it over.`;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
