"use client";
import { DevicesSection } from "@amrutam/account/devices-section";
import { EmailSection } from "@amrutam/account/email-section";
import { FactorSections } from "@amrutam/account/factor-sections";
import { PasswordSection } from "@amrutam/account/password-section";
import { StepUpProvider } from "@amrutam/account/step-up-dialog";
import { adminClient } from "@amrutam/client/admin-client";
import type { factors } from "@amrutam/domain/factor/schema";
import type { SessionItem } from "@amrutam/domain/session/schema";
import type { meOutput } from "@amrutam/domain/user/schema";
import type * as z from "zod";

type AdminSecurityProps = {
  me: z.infer<typeof meOutput>;
  sessions: readonly SessionItem[];
  factors: z.output<typeof factors>;
};

/** The parts of the security page, in order, each with the client it sends with. */
export function AdminSecurity({ me, sessions, factors: held }: AdminSecurityProps) {
  return (
    <StepUpProvider client={adminClient}>
      <PasswordSection client={adminClient} email={me.email} />
      <EmailSection client={adminClient} email={me.email} isVerified={me.emailVerified} />
      <FactorSections client={adminClient} factors={held} />
      <DevicesSection sessions={sessions} client={adminClient} />
    </StepUpProvider>
  );
}
