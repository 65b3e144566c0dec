import { hmac, keyOf } from "./secrets";

/**
 * The secret part of a feed's address, made from its row's id: its owner can be shown the address again, and the database,
 * which keeps a hash, opens nothing. Unlike other tokens it holds no id: the whole address is the secret.
 * @param secret AuthSecrets.links
 */
export const calendarTokenOf = (secret: string, linkId: string): string =>
  hmac(keyOf(secret, "links"), `calendar:${linkId}`);

const TOKEN = /^[\w-]{43}$/;
export const isCalendarToken = (text: string): boolean => TOKEN.test(text);
