"use client";
import type { factors } from "@amrutam/domain/factor/schema";
import { useState } from "react";
import type * as z from "zod";
import type { FactorsClient, MailedCodeClient } from "./account-client";
import { AuthenticatorSection } from "./authenticator-section";
import { EmailCodeSection } from "./email-code-section";
import { PasskeysSection } from "./passkeys-section";
import { RecoverySection, ShownCodes } from "./recovery-section";

type FactorSectionsProps = {
  client: FactorsClient;
  factors: z.output<typeof factors>;
  /** Patients only. */
  mailed?: Readonly<{ client: MailedCodeClient; email: string; isVerified: boolean }>;
};

/**
 * What the account can show besides its password. Needs a StepUpProvider above, and the namespaces `factors`,
 * `account`, `stepUp` and `refusals`.
 */
export function FactorSections({ client, factors: held, mailed }: FactorSectionsProps) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const strong = held.passkeys.length + (held.totpSince ? 1 : 0);
  const isLast = held.mustKeepOne && strong <= 1;
  const hasAny = strong > 0 || held.emailCodeSince !== null;
  return (
    <>
      <PasskeysSection client={client} passkeys={held.passkeys} isLast={isLast} onCodes={setCodes} />
      <AuthenticatorSection client={client} since={held.totpSince} isLast={isLast} onCodes={setCodes} />
      {mailed && (
        <EmailCodeSection
          {...mailed}
          isOn={held.emailCodeSince !== null}
          remembered={held.rememberedDevices}
          onCodes={setCodes}
        />
      )}
      {hasAny && <RecoverySection client={client} left={held.recoveryCodesLeft} onCodes={setCodes} />}
      <ShownCodes codes={codes} onKept={() => setCodes(null)} />
    </>
  );
}
