/** Where on earth an address is, as far as a table says. */
export interface Places {
  /** @returns ISO 3166 alpha-2 country; null for private, unknown and malformed addresses */
  countryOf(address: string): string | null;
}
