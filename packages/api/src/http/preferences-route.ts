import { serialiseCookie } from "@amrutam/auth/cookies";
import { locale, zone } from "@amrutam/domain/wire";
import * as z from "zod";
import { Refused } from "../errors";
import type { Route } from "./call";
import { readBody } from "./read-body";
import { refuseMethod } from "./refuse-method";

const preferences = z.strictObject({ locale: locale.optional(), timezone: zone.optional() });

const YEAR_SEC = 365 * 24 * 3600;
const LONGEST = 1_000;

/** Language and zone of a browser, for visitors too: cookies without secrets, kept from scripts all the same. */
export const preferencesRoute = (origin: URL): Route => ({
  prefix: "/api/preferences",
  async handle({ req, res }) {
    if (req.method !== "POST") refuseMethod(res, "POST");
    const { locale, timezone } = parse((await readBody(req, LONGEST)).toString("utf8"));
    const isSecure = origin.protocol === "https:";
    const chosen = [["locale", locale] as const, ["tz", timezone?.replaceAll("/", "|")] as const];
    for (const [name, value] of chosen)
      if (value !== undefined)
        res.appendHeader("set-cookie", serialiseCookie(name, value, YEAR_SEC, isSecure));
    res.statusCode = 204;
    res.end();
  },
});

/** @throws Refused, ZodError */
function parse(text: string): z.output<typeof preferences> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Refused("input.invalid", undefined, cause);
  }
  return preferences.parse(value);
}
