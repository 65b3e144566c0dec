"use client";
import { EnrolSecondFactor } from "@amrutam/account/enrol-second-factor";
import { adminClient } from "@amrutam/client/admin-client";

export const AdminEnrolSecondFactor = ({ continueTo }: { continueTo: string }) => (
  <EnrolSecondFactor client={adminClient} continueTo={continueTo} />
);
