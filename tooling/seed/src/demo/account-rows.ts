import { hashPassword } from "@amrutam/auth/passwords";
import { type FieldCipher, newDataKey, openKey } from "@amrutam/db/phi/vault";
import type { Role } from "@amrutam/domain/actor";
import type { Keys } from "@amrutam/ports/keys";
import type { RowOf } from "../insert-rows";
import type { DATA_KEYS, TOTP_FACTORS, USERS } from "../tables";
import { PASSWORDS, TOTP_SECRET, UNVERIFIED } from "./accounts";
import type { Person } from "./people";

const VERIFIED_AFTER_MS = 4 * 60_000;

type AccountRows = {
  users: RowOf<typeof USERS>[];
  dataKeys: RowOf<typeof DATA_KEYS>[];
  totpFactors: RowOf<typeof TOTP_FACTORS>[];
  /** Opens what is clinical, by patient's id. */
  clinical: Map<string, FieldCipher>;
  /** Opens what a patient said otherwise, by patient's id. */
  account: Map<string, FieldCipher>;
};

/** One hash per password: a hundred accounts share it, since hashing is slow on purpose. */
async function hashes(): Promise<Record<Role, string>> {
  const [PATIENT, DOCTOR, SUPPORT, ADMIN] = await Promise.all([
    hashPassword(PASSWORDS.PATIENT),
    hashPassword(PASSWORDS.DOCTOR),
    hashPassword(PASSWORDS.SUPPORT),
    hashPassword(PASSWORDS.ADMIN),
  ]);
  return { PATIENT, DOCTOR, SUPPORT, ADMIN };
}

/** Accounts with their data keys, sealed fields and second factors, as sign-up and enrolment would leave them. */
export async function accountRows(people: readonly Person[], keys: Keys): Promise<AccountRows> {
  const hashOf = await hashes();
  const rows: AccountRows = {
    users: [],
    dataKeys: [],
    totpFactors: [],
    clinical: new Map(),
    account: new Map(),
  };
  for (const person of people) {
    const { id, email, role } = person;
    const createdAt = new Date(person.createdAtMs);
    const confirmedAt = new Date(person.createdAtMs + VERIFIED_AFTER_MS);
    const keyOf = (retentionClass: "ACCOUNT" | "CLINICAL") => {
      const key = newDataKey(keys, id, retentionClass);
      rows.dataKeys.push({
        user_id: id,
        retention_class: retentionClass,
        wrapped_key: key.wrappedKey,
        master_version: key.masterVersion,
        created_at: createdAt,
      });
      return openKey(keys, key);
    };
    const account = keyOf("ACCOUNT");
    const isPatient = role === "PATIENT";
    if (isPatient) rows.clinical.set(id, keyOf("CLINICAL"));
    if (isPatient) rows.account.set(id, account);
    rows.users.push({
      id,
      email,
      email_verified_at: UNVERIFIED.has(email) ? null : confirmedAt,
      password_hash: hashOf[role],
      role,
      full_name: person.fullName,
      gender: person.gender,
      locale: person.locale,
      timezone: person.timezone,
      phone_sealed: account.seal("users.phone_sealed", id, person.phone),
      phone_index: keys.blindIndex(person.phone),
      phone_index_version: keys.currentVersion,
      birth_date_sealed: isPatient ? account.seal("users.birth_date_sealed", id, person.birthDate) : null,
      address_sealed: isPatient ? account.seal("users.address_sealed", id, person.address) : null,
      created_at: createdAt,
    });
    if (!isPatient)
      rows.totpFactors.push({
        user_id: id,
        secret_sealed: account.seal("totp_factors.secret_sealed", id, TOTP_SECRET),
        confirmed_at: confirmedAt,
        created_at: createdAt,
      });
  }
  return rows;
}
