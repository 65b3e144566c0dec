"use client";
import { EnrolSecondFactor } from "@amrutam/account/enrol-second-factor";
import { webClient } from "@amrutam/client/web-client";

export const WebEnrolSecondFactor = ({ continueTo }: { continueTo: string }) => (
  <EnrolSecondFactor client={webClient} continueTo={continueTo} />
);
