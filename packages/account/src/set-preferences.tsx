import type { Locale } from "@amrutam/domain/wire";

/** Has the server remember a choice in a cookie, for pages to be rendered by. @throws Error when it can't be reached */
export async function setPreferences(chosen: { locale?: Locale; timezone?: string }): Promise<void> {
  const answer = await fetch("/api/preferences", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(chosen),
  });
  if (!answer.ok) throw new Error(`preferences answered ${answer.status}`);
}
