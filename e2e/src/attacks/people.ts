import { randomBytes } from "node:crypto";
import { hashPassword } from "@amrutam/auth/passwords";
import { makePatient } from "@amrutam/testing/factories/person";
import { sql } from "../clinic/database";

const PASSWORD = "an umbrella in the first monsoon";
let hash: Promise<string> | undefined;

/** A verified patient whom nobody else's test knows, and the words by which a leak would be seen. */
export async function victim() {
  hash ??= hashPassword(PASSWORD);
  const { userId, email, fullName } = await makePatient(sql(), {
    fullName: `Canary ${randomBytes(6).toString("hex")}`,
    passwordHash: await hash,
  });
  return { userId, email, password: PASSWORD, canaries: [email, fullName] };
}

/** An address of the documentation range (RFC 3849), in another network each time: visitors are counted by their /64. */
export const someAddress = (): string => {
  const group = () => randomBytes(2).toString("hex");
  return `2001:db8:${group()}:${group()}::1`;
};
