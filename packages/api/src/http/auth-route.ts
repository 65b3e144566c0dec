import { handleNextAuth } from "@amrutam/auth/next-auth";
import type { Deps } from "../deps";
import type { Route } from "./call";

/** next-auth's endpoints: posted JSON only, and no second door to passwords. */
export const authRoute = (deps: Deps, origin: URL): Route => ({
  prefix: "/api/auth",
  handle: ({ req, res, facts }) =>
    handleNextAuth(req, res, {
      ...deps,
      isSecure: origin.protocol === "https:",
      requestId: facts.requestId,
      clientAddress: facts.clientAddress,
      place: deps.places.countryOf(facts.clientAddress),
    }),
});
