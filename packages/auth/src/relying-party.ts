/** Who asks for passkeys, as browsers and authenticators know it (Web Authentication, 5.4.2). */
export type RelyingParty = Readonly<{ id: string; name: string; origin: string }>;

/** @param origin the app's canonical public origin, from the configuration; never from a request's Host header */
export const relyingPartyOf = (origin: URL): RelyingParty => ({
  id: origin.hostname,
  name: "Amrutam",
  origin: origin.origin,
});
