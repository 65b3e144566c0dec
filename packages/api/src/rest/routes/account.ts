import type { RestRoute } from "../route";

/** The signed-in person's own account, sessions and family. */
export const ACCOUNT_ROUTES: readonly RestRoute[] = [
  { method: "GET", path: "/users/me/sessions", target: "session.list", summary: "Where one is signed in" },
  {
    method: "DELETE",
    path: "/users/me/sessions/{id}",
    target: "session.revoke",
    summary: "Sign out on one device",
  },
  {
    method: "DELETE",
    path: "/users/me/sessions",
    target: "session.revokeOthers",
    summary: "Sign out everywhere else",
  },
  {
    method: "POST",
    path: "/users/me/password",
    target: "user.changePassword",
    summary: "Change the own password; other sessions end",
  },
  {
    method: "POST",
    path: "/users/me/email",
    target: "user.requestEmailChange",
    summary: "Have a link sent to another address, which then becomes the own",
  },
  { method: "GET", path: "/users/me", target: "user.profile", summary: "The own account and profile" },
  {
    method: "PATCH",
    path: "/users/me",
    target: "user.updateProfile",
    summary: "Change what is named of the own profile; null clears",
  },
  {
    method: "GET",
    path: "/users/me/dependants",
    target: "dependant.list",
    summary: "People the own account books for",
  },
  {
    method: "POST",
    path: "/users/me/dependants",
    target: "dependant.create",
    status: 201,
    summary: "Add somebody to book for",
  },
  {
    method: "PATCH",
    path: "/users/me/dependants/{id}",
    target: "dependant.update",
    summary: "Change what is named of a dependant",
  },
  {
    method: "DELETE",
    path: "/users/me/dependants/{id}",
    target: "dependant.remove",
    summary: "Remove a dependant; one whom visits name is only taken off the list",
  },
];
