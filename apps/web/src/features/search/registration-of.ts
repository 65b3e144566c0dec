/** "MMC 2011/04/1523"; some registers' numbers begin with their own letters, which then stand once. */
export const registrationOf = (council: string, number: string): string =>
  number.toUpperCase().startsWith(council) ? number : `${council} ${number}`;
