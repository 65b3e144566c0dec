import { ClientMessages } from "@amrutam/account/client-messages";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkedVisit } from "../../../features/visit-change/linked-visit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("visitChange"))("linkTitle") };
}

export default function VisitLinkPage() {
  return (
    <ClientMessages of={["visitChange", "time"]}>
      <LinkedVisit />
    </ClientMessages>
  );
}
