import { inviteStaffInput } from "@amrutam/domain/admin/schema";

const invitation = inviteStaffInput.omit({ idempotencyKey: true });

/** What was typed to invite somebody, judged by the procedure's own schema. */
export const readInvitation = (form: FormData) =>
  invitation.safeParse({
    fullName: form.get("fullName") ?? "",
    email: form.get("email") ?? "",
    role: form.get("role"),
  });
