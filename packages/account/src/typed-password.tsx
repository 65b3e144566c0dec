import { email, password, presentedPassword } from "@amrutam/domain/text/text-schema";
import type * as z from "zod";

/** What is wrong with a field, as codes the forms know; undefined when nothing is. */
type Issue = z.core.$ZodIssue | undefined;
const issueOf =
  (schema: z.ZodType<string>) =>
  (text: string): Issue =>
    schema.safeParse(text).error?.issues[0];

export const newPasswordIssue = issueOf(password);
export const presentPasswordIssue = issueOf(presentedPassword);
export const emailIssue = issueOf(email);
