import { environmentKeys } from "@amrutam/adapters/keys/environment-keys";

/** The same master key in every test process, so that what one seals another opens. */
export const testKeys = environmentKeys(new Map([[1, Buffer.alloc(32, "test master key")]]));
