import * as schema from "@amrutam/domain/factor/schema";
import { byId, done } from "@amrutam/domain/wire";
import * as z from "zod";
import { answer, procedure, router } from "../../procedure";
import { addPasskey } from "./add-passkey";
import { beginPasskey } from "./begin-passkey";
import { forgetDevices } from "./forget-devices";
import { listFactors } from "./list-factors";
import { removePasskey, removeTotp } from "./remove-passkey";
import { renamePasskey } from "./rename-passkey";
import { renewRecoveryCodes } from "./renew-recovery-codes";
import { setEmailCode } from "./set-email-code";

const nothing = z.strictObject({});

/** What both apps offer. */
const shared = {
  list: procedure("factor.list").input(nothing).output(schema.factors).query(answer(listFactors)),
  beginPasskey: procedure("factor.beginPasskey")
    .input(nothing)
    .output(schema.beginPasskeyOutput)
    .mutation(answer(beginPasskey)),
  addPasskey: procedure("factor.addPasskey")
    .input(schema.addPasskeyInput)
    .output(schema.addPasskeyOutput)
    .mutation(answer(addPasskey)),
  renamePasskey: procedure("factor.renamePasskey")
    .input(schema.renamePasskeyInput)
    .output(schema.passkey)
    .mutation(answer(renamePasskey)),
  removePasskey: procedure("factor.removePasskey").input(byId).output(done).mutation(answer(removePasskey)),
  removeTotp: procedure("factor.removeTotp").input(nothing).output(done).mutation(answer(removeTotp)),
  renewRecoveryCodes: procedure("factor.renewRecoveryCodes")
    .input(nothing)
    .output(schema.withRecoveryCodes)
    .mutation(answer(renewRecoveryCodes)),
};

/** The public app's: codes by mail and remembered devices are for patients. */
export const webFactorRouter = router({
  ...shared,
  setEmailCode: procedure("factor.setEmailCode")
    .input(schema.setEmailCodeInput)
    .output(schema.withRecoveryCodes)
    .mutation(answer(setEmailCode)),
  forgetDevices: procedure("factor.forgetDevices")
    .input(nothing)
    .output(done)
    .mutation(answer(forgetDevices)),
});

export const adminFactorRouter = router(shared);
