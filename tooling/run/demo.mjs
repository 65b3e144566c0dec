import { must } from "./command.mjs";
import { print, say } from "./say.mjs";

/** Shared by all staff of the demo clinic; public on purpose. */
export const DEMO_TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

const ACCOUNTS = [
  ["web", "patient@amrutam.example", "Patient-demo-2026!", ""],
  ["web", "doctor@amrutam.example", "Doctor-demo-2026!", "second factor"],
  ["admin", "support@amrutam.example", "Support-demo-2026!", "second factor"],
  ["admin", "admin@amrutam.example", "Admin-demo-2026!", "second factor"],
];

/** Fills an empty database with the demo clinic. */
export async function seedDemo(env) {
  say("seeding the demo clinic");
  await seed(["demo"], env);
}

/** Runs one seed scenario with its own arguments. */
export async function seed(args, env) {
  await must("Seeding", process.execPath, ["--import", "tsx", "tooling/seed/src/main.ts", ...args], { env });
}

/** Tells how to get in. */
export function printAccounts(origins) {
  print("Demo accounts:");
  for (const [app, email, password, factor] of ACCOUNTS)
    print(`  ${origins[app].padEnd(24)}${email.padEnd(28)}${password.padEnd(22)}${factor}`.trimEnd());
  print("The second factor's current code (each works once per account): npm run totp");
  if (origins.mailbox) print(`Mail and SMS arrive at ${origins.mailbox}`);
}
