import * as z from "zod";
import { email, password, presentedPassword } from "../text/text-schema";

export const changePasswordInput = z.strictObject({
  currentPassword: presentedPassword,
  newPassword: password,
});

/** The link goes to this address, which becomes the account's own when it is opened. */
export const requestEmailChangeInput = z.strictObject({ email });
/** The same whether or not that address has an account. */
export const requestEmailChangeOutput = z.strictObject({ sent: z.literal(true) });
