import { meOutput } from "@amrutam/domain/user/schema";
import * as z from "zod";
import { answer, procedure, router } from "../../procedure";
import { me } from "./me";

export const userRouter = router({
  me: procedure("user.me").input(z.strictObject({})).output(meOutput).query(answer(me)),
});
