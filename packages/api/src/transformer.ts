import superjson from "superjson";
import { Refused } from "./errors";

/** superjson, except that a body it can't read is bad input and not a fault of ours. */
export const transformer = {
  input: {
    serialize: superjson.serialize,
    deserialize(value: Parameters<typeof superjson.deserialize>[0]): unknown {
      try {
        return superjson.deserialize(value);
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
