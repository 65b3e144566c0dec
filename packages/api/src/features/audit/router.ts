import { listAuditInput, listAuditOutput } from "@amrutam/domain/audit/schema";
import { answer, procedure, router } from "../../procedure";
import { listEvents } from "./list-events";

export const auditRouter = router({
  list: procedure("audit.list").input(listAuditInput).output(listAuditOutput).query(answer(listEvents)),
});
