import { type Namespace, pickMessages } from "@amrutam/messages/catalog";
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";

/** What the frame of every page says in the browser. */
const FRAME = ["common", "errors", "shell"] as const satisfies readonly Namespace[];
/** What forms say besides. */
const FORMS = ["fieldIssues", "refusals"] as const satisfies readonly Namespace[];

/**
 * Sends texts to the client components inside. The frame's are always there; whoever names namespaces gets those, and
 * what forms and refusals say.
 */
export async function ClientMessages(props: { of?: readonly Namespace[]; children: ReactNode }) {
  const wanted = props.of ? [...FRAME, ...FORMS, ...props.of] : FRAME;
  const messages = pickMessages<Namespace>(await getLocale(), wanted);
  return <NextIntlClientProvider messages={messages}>{props.children}</NextIntlClientProvider>;
}
