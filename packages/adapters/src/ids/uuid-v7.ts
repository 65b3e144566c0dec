import { randomFillSync } from "node:crypto";
import type { Clock } from "@amrutam/ports/clock";
import type { Ids } from "@amrutam/ports/ids";

/** UUID version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then random bits. */
export function uuidV7(clock: Clock): Ids {
  // Random bytes for many at once: asking for them costs more than making the rest of an id.
  const drawn = Buffer.alloc(16 * 256);
  let next = drawn.length;
  return {
    uuid() {
      if (next === drawn.length) {
        randomFillSync(drawn);
        next = 0;
      }
      const bytes = drawn.subarray(next, next + 16);
      next += 16;
      bytes.writeUIntBE(clock.now().getTime(), 0, 6);
      bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
      const hex = bytes.toString("hex");
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
  };
}
