import { revokeOthersOutput, sessionList } from "@amrutam/domain/session/schema";
import { byId, done } from "@amrutam/domain/wire";
import * as z from "zod";
import { answer, procedure, router } from "../../procedure";
import { listSessions } from "./list-sessions";
import { revokeOthers } from "./revoke-others";
import { revokeSession } from "./revoke-session";

export const sessionRouter = router({
  list: procedure("session.list").input(z.strictObject({})).output(sessionList).query(answer(listSessions)),
  revoke: procedure("session.revoke").input(byId).output(done).mutation(answer(revokeSession)),
  revokeOthers: procedure("session.revokeOthers")
    .input(z.strictObject({}))
    .output(revokeOthersOutput)
    .mutation(answer(revokeOthers)),
});
