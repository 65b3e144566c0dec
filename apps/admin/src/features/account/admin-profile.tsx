"use client";
import { ProfileForm } from "@amrutam/account/profile-form";
import { adminClient } from "@amrutam/client/admin-client";
import type { Profile } from "@amrutam/domain/user/schema";

export const AdminProfile = ({ profile }: { profile: Profile }) => (
  <ProfileForm client={adminClient} profile={profile} />
);
