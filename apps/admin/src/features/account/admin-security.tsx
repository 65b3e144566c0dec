"use client";
import { EmailSection } from "@amrutam/account/email-section";
import { PasswordSection } from "@amrutam/account/password-section";
import type { meOutput } from "@amrutam/domain/user/schema";
import type * as z from "zod";

/** The parts of the security page, in order, each with the client it sends with. */
export function AdminSecurity({ me }: { me: z.infer<typeof meOutput> }) {
  return (
    <>
      <PasswordSection />
      <EmailSection email={me.email} />
    </>
  );
}
