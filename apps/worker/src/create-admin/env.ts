import { parseMasterKeys } from "@amrutam/adapters/keys/environment-keys";
import * as read from "@amrutam/api/http/environment";
import * as z from "zod";

/** What the command needs of the platform's environment: the app's login, to write what the app writes. */
const environment = z.object({
  DATABASE_URL: read.databaseUrl,
  PHI_MASTER_KEYS: read.masterKeys(parseMasterKeys),
  LINK_SECRET: read.linkSecret,
  ADMIN_ORIGIN: read.origin,
});

/** @throws EnvironmentProblems that lists everything wrong at once */
export const loadEnvironment = () => read.readEnvironment(environment, process.env);
