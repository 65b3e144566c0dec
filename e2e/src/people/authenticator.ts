import type { Page } from "@playwright/test";

/**
 * A platform authenticator in the browser itself, whose person is verified at once, as by a finger that is there.
 * @returns what holds it in the page, and a way to take it into another page of the same person
 */
export async function withAuthenticator(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    /** How many passkeys it holds. */
    count: async () =>
      (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length,
    /** The finger is not that of the person. */
    failVerification: () =>
      session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false }),
  };
}
