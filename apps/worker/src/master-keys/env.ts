import { parseMasterKeys } from "@amrutam/adapters/keys/environment-keys";
import * as read from "@amrutam/api/http/environment";
import * as z from "zod";

/** The app's login, which may change data keys, and the master keys: every version that is in use, and the newest. */
const environment = z.object({
  DATABASE_URL: read.databaseUrl,
  PHI_MASTER_KEYS: read.masterKeys(parseMasterKeys),
});

/** @throws EnvironmentProblems that lists everything wrong at once */
export const loadEnvironment = () => read.readEnvironment(environment, process.env);
