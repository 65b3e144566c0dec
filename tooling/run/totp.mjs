import { createHmac } from "node:crypto";

const STEP_SEC = 30;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * A time-based one-time password: RFC 6238 with SHA-1, six digits and steps of 30 seconds.
 * @param {string} secret base32 (RFC 4648)
 * @param {number} nowMs milliseconds since the epoch
 * @returns {{ code: string, validForSec: number }}
 */
export function totp(secret, nowMs) {
  const seconds = Math.floor(nowMs / 1000);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / STEP_SEC)));
  const mac = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const offset = mac[mac.length - 1] & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000;
  return { code: String(number).padStart(6, "0"), validForSec: STEP_SEC - (seconds % STEP_SEC) };
}

function fromBase32(text) {
  const bits = [...text.toUpperCase().replace(/[\s=]/g, "")].map((letter) => {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) throw new RangeError(`${letter} is not base32`);
    return value.toString(2).padStart(5, "0");
  });
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
