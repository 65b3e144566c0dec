/** The letter of an avatar: of the name, not of "Dr." or "Vd." before it. */
export const initialOf = (fullName: string): string =>
  fullName
    .replace(/^(?:dr|vd|vaidya|prof)\.?\s+/i, "")
    .trim()
    .slice(0, 1)
    .toUpperCase();
