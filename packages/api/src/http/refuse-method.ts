import type { ServerResponse } from "node:http";
import { Refused } from "../errors";

/** Refuses the request's method and names those that would do (RFC 9110, 15.5.6). @throws Refused request.method_not_allowed */
export function refuseMethod(res: ServerResponse, allowed: string): never {
  res.setHeader("allow", allowed);
  throw new Refused("request.method_not_allowed");
}
