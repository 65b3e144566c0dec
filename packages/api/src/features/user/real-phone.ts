import { phoneE164 } from "@amrutam/domain/text/text-schema";
import { emergencyContact, updateProfileInput } from "@amrutam/domain/user/schema";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/**
 * A number that some network really hands out, by the numbering plans of all countries (ITU-T E.164 and Google's
 * libphonenumber), in its one spelling: a trunk zero that people leave in is dropped. Judged on the server only: the plans weigh too much for a page.
 */
export const realPhone = phoneE164
  .superRefine((text, context) => {
    // What isn't even E.164 has been said to be none already.
    if (text.startsWith("+") && !parsePhoneNumberFromString(text)?.isValid())
      context.addIssue({ code: "custom", message: "text.phone" });
  })
  .overwrite((text) => parsePhoneNumberFromString(text)?.number ?? text);

/** The profile's own schema, with numbers that exist. */
export const profileInput = updateProfileInput.extend({
  phone: realPhone.nullable().optional(),
  emergencyContact: emergencyContact.extend({ phone: realPhone }).nullable().optional(),
});
