import pg from "pg";
import { readServed } from "./served";

let pool: pg.Pool | undefined;

/** The served database past all grants, for making rows and for looking at what no screen shows. */
export function sql(): pg.Pool {
  pool ??= new pg.Pool({ connectionString: readServed().superuserUrl, max: 4, allowExitOnIdle: true });
  return pool;
}
