import { ClientMessages } from "@amrutam/account/client-messages";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfferScreen } from "../../../features/waitlist/offer-screen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("waitlist"))("offerTitle") };
}

export default function WaitlistOfferPage() {
  return (
    <ClientMessages of={["waitlist", "time", "visitChange"]}>
      <OfferScreen />
    </ClientMessages>
  );
}
