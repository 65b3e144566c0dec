import type { PrismaTransaction } from "@amrutam/db/client";
import { deviceNameOf } from "./device-token";
import { hashOf } from "./opaque-token";

/** Days for which a patient's browser isn't asked for the second factor. */
export const REMEMBERED_DAYS = 30;

/** What the database keeps of a device. @returns null unless the token was given out for this account */
export const hashOfDevice = (secret: string, userId: string, deviceToken: string | null | undefined) => {
  const name = deviceNameOf(secret, userId, deviceToken);
  return name === "unknown" ? null : hashOf(name);
};

/** @param secret AuthSecrets.access of the app; @param deviceToken the one that goes to the browser with this answer */
export async function rememberDevice(
  tx: PrismaTransaction,
  secret: string,
  userId: string,
  deviceToken: string,
): Promise<void> {
  const hash = hashOfDevice(secret, userId, deviceToken);
  if (!hash) throw new Error("this device token is not of this account");
  await tx.$executeRaw`
    INSERT INTO remembered_devices (user_id, device_hash, expires_at)
    VALUES (${userId}::uuid, ${hash}, now() + make_interval(days => ${REMEMBERED_DAYS}::int))
    ON CONFLICT (user_id, device_hash) DO UPDATE SET expires_at = EXCLUDED.expires_at, created_at = now()`;
}

/** The cookie alone opens nothing: the row must stand, and the account be a patient's still. */
export async function isDeviceRemembered(
  tx: PrismaTransaction,
  secret: string,
  userId: string,
  deviceToken: string | null | undefined,
): Promise<boolean> {
  const hash = hashOfDevice(secret, userId, deviceToken);
  if (!hash) return false;
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM remembered_devices d JOIN users u ON u.id = d.user_id
    WHERE d.user_id = ${userId}::uuid AND d.device_hash = ${hash} AND d.expires_at > now() AND u.role = 'PATIENT'`;
  return found !== undefined;
}

/** From now on the device that session was opened on is asked again. @returns whether it was remembered */
export const forgetDeviceOf = async (tx: PrismaTransaction, sessionId: string): Promise<boolean> =>
  (await tx.$executeRaw`
    DELETE FROM remembered_devices d USING sessions s
    WHERE s.id = ${sessionId}::uuid AND d.user_id = s.user_id AND d.device_hash = s.device_hash`) > 0;

/** From now on every device is asked again. @returns how many were remembered */
export const forgetDevices = (tx: PrismaTransaction, userId: string): Promise<number> =>
  tx.$executeRaw`DELETE FROM remembered_devices WHERE user_id = ${userId}::uuid`;
