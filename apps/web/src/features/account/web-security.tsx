"use client";
import { DevicesSection } from "@amrutam/account/devices-section";
import { EmailSection } from "@amrutam/account/email-section";
import { FactorSections } from "@amrutam/account/factor-sections";
import { PasswordSection } from "@amrutam/account/password-section";
import { StepUpProvider } from "@amrutam/account/step-up-dialog";
import { webClient } from "@amrutam/client/web-client";
import type { factors } from "@amrutam/domain/factor/schema";
import type { SessionItem } from "@amrutam/domain/session/schema";
import type { meOutput } from "@amrutam/domain/user/schema";
import type * as z from "zod";

type WebSecurityProps = {
  me: z.infer<typeof meOutput>;
  sessions: readonly SessionItem[];
  factors: z.output<typeof factors>;
};

/** The parts of the security page, in order, each with the client it sends with. */
export function WebSecurity({ me, sessions, factors: held }: WebSecurityProps) {
  return (
    <StepUpProvider client={webClient}>
      <PasswordSection client={webClient} email={me.email} />
      <EmailSection client={webClient} email={me.email} isVerified={me.emailVerified} />
      <FactorSections
        client={webClient}
        factors={held}
        mailed={
          me.role === "PATIENT"
            ? { client: webClient, email: me.email, isVerified: me.emailVerified }
            : undefined
        }
      />
      <DevicesSection sessions={sessions} client={webClient} />
    </StepUpProvider>
  );
}
