import {
  createDependantInput,
  createDependantOutput,
  dependantList,
  removeDependantOutput,
  updateDependantInput,
} from "@amrutam/domain/dependant/schema";
import { byId, done } from "@amrutam/domain/wire";
import * as z from "zod";
import { answer, procedure, router } from "../../procedure";
import { createDependant } from "./create-dependant";
import { listDependants } from "./list-dependants";
import { removeDependant } from "./remove-dependant";
import { updateDependant } from "./update-dependant";

export const dependantRouter = router({
  list: procedure("dependant.list")
    .input(z.strictObject({}))
    .output(dependantList)
    .query(answer(listDependants)),
  create: procedure("dependant.create")
    .input(createDependantInput)
    .output(createDependantOutput)
    .mutation(answer(createDependant)),
  update: procedure("dependant.update")
    .input(updateDependantInput)
    .output(done)
    .mutation(answer(updateDependant)),
  remove: procedure("dependant.remove")
    .input(byId)
    .output(removeDependantOutput)
    .mutation(answer(removeDependant)),
});
