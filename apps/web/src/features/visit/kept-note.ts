/** What was typed into a note and not saved yet: survives a crash of the page and a sign-out, in this tab only. */
export type KeptNote = Readonly<{ body: string /** ISO instant of the device */; at: string }>;

const keyOf = (visitId: string) => `amrutam.note.${visitId}`;

export function keepNote(visitId: string, body: string): void {
  try {
    sessionStorage.setItem(keyOf(visitId), JSON.stringify({ body, at: new Date().toISOString() }));
  } catch {
    // No storage here or no room in it: the text is still in the field.
  }
}

export function forgetNote(visitId: string): void {
  try {
    sessionStorage.removeItem(keyOf(visitId));
  } catch {
    // Without storage there is nothing to forget.
  }
}

export function keptNote(visitId: string): KeptNote | null {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(visitId)) ?? "null");
    if (typeof found !== "object" || found === null) return null;
    const { body, at } = found as Partial<KeptNote>;
    return typeof body === "string" && typeof at === "string" && !Number.isNaN(Date.parse(at))
      ? { body, at }
      : null;
  } catch {
    return null;
  }
}
