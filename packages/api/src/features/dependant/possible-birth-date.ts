import type { Result } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import { localDay } from "@amrutam/domain/time/local-day";
import { decideBirthDate } from "@amrutam/domain/user/birth-date";
import type { ActorContext } from "../../context";

/** Judged by today's date where the caller is. @returns `user.birth_date_impossible` */
export const possibleBirthDate = ({ deps, session }: ActorContext, date: string): Result<unknown> =>
  decideBirthDate(date, localDay(fromEpochMs(deps.clock.now().getTime()), session.timezone));
