import superjson from "superjson";
import { Refused } from "./errors";

type Sent = Parameters<typeof superjson.deserialize>[0];

/** Plain JSON is what was parsed a moment ago: superjson would walk and copy all of it to arrive at the same. */
const isPlain = (value: Sent): boolean =>
  typeof value === "object" && value !== null && Object.hasOwn(value, "json") && value.meta === undefined;

/** superjson, except that a body it can't read is bad input and not a fault of ours. */
export const transformer = {
  input: {
    serialize: superjson.serialize,
    deserialize(value: Sent): unknown {
      try {
        return isPlain(value) ? value.json : superjson.deserialize(value);
      } catch (cause) {
        throw new Refused("input.invalid", undefined, cause);
      }
    },
  },
  output: {
    // Outputs are strict schemas of plain JSON (instants are strings, money integers), which superjson writes as just
    // this after walking all of it. The sweep over outputs keeps it true.
    serialize: (value: unknown) => ({ json: value }),
    deserialize: superjson.deserialize,
  },
};
