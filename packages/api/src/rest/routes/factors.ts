import type { RestRoute } from "../route";

/** What an account can show besides its password. */
export const FACTORS_ROUTES: readonly RestRoute[] = [
  {
    method: "GET",
    path: "/users/me/factors",
    target: "factor.list",
    summary: "What the own account can show besides the password",
  },
  {
    method: "POST",
    path: "/users/me/passkeys/options",
    target: "factor.beginPasskey",
    summary: "Begin to make a passkey",
  },
  {
    method: "POST",
    path: "/users/me/passkeys",
    target: "factor.addPasskey",
    status: 201,
    summary: "Keep the passkey that was made",
  },
  {
    method: "PATCH",
    path: "/users/me/passkeys/{id}",
    target: "factor.renamePasskey",
    summary: "Rename an own passkey",
  },
  {
    method: "DELETE",
    path: "/users/me/passkeys/{id}",
    target: "factor.removePasskey",
    summary: "Remove an own passkey",
  },
  {
    method: "DELETE",
    path: "/users/me/authenticator",
    target: "factor.removeTotp",
    summary: "Remove the own authenticator app",
  },
  {
    method: "POST",
    path: "/users/me/recovery-codes",
    target: "factor.renewRecoveryCodes",
    status: 201,
    summary: "Make new recovery codes; the earlier ones end",
  },
  {
    method: "PUT",
    path: "/users/me/email-code",
    target: "factor.setEmailCode",
    summary: "Turn codes by e-mail on or off",
  },
  {
    method: "DELETE",
    path: "/users/me/remembered-devices",
    target: "factor.forgetDevices",
    summary: "Ask every device for the second factor again",
  },
];
