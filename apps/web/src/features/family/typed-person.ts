import { createDependantInput } from "@amrutam/domain/dependant/schema";
import { zodResolver } from "@hookform/resolvers/zod";

/** What is typed of a person, judged by the procedure's own schema. */
export const personResolver = zodResolver(createDependantInput.omit({ idempotencyKey: true }));
