"use client";
import { ProfileForm } from "@amrutam/account/profile-form";
import { webClient } from "@amrutam/client/web-client";
import type { Profile } from "@amrutam/domain/user/schema";

export const WebProfile = (props: { profile: Profile; isNameFixed: boolean }) => (
  <ProfileForm client={webClient} {...props} />
);
