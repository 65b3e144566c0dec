import type { FieldCipher } from "@amrutam/db/phi/vault";
import type { UpdateProfileInput } from "@amrutam/domain/user/schema";
import type { Keys } from "@amrutam/ports/keys";

/** As `sealed` for a text, null for null (clear), undefined for undefined (leave alone). */
const changed = <T, Sealed>(
  value: T | null | undefined,
  sealed: (value: T) => Sealed,
): Sealed | null | undefined =>
  value === undefined || value === null ? (value as null | undefined) : sealed(value);

/** A number and what finds it, together: a check of the table refuses one without the other. */
export function sealPhone(cipher: FieldCipher, keys: Keys, userId: string, phone: string) {
  return {
    phoneSealed: cipher.seal("users.phone_sealed", userId, phone),
    phoneIndex: new Uint8Array(keys.blindIndex(phone)),
    phoneIndexVersion: keys.currentVersion,
  };
}

const NO_PHONE = { phoneSealed: null, phoneIndex: null, phoneIndexVersion: 0 };

/** The sealed columns of a change, ready to be written; columns that stay are left out. */
export function sealProfile(cipher: FieldCipher, keys: Keys, userId: string, input: UpdateProfileInput) {
  return {
    ...(input.phone === null ? NO_PHONE : {}),
    ...(input.phone ? sealPhone(cipher, keys, userId, input.phone) : {}),
    birthDateSealed: changed(input.dateOfBirth, (date) =>
      cipher.seal("users.birth_date_sealed", userId, date),
    ),
    addressSealed: changed(input.address, (text) => cipher.seal("users.address_sealed", userId, text)),
    emergencyContactSealed: changed(input.emergencyContact, (contact) =>
      cipher.seal("users.emergency_contact_sealed", userId, JSON.stringify(contact)),
    ),
  };
}
