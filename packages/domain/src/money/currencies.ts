/**
 * Currencies we can charge in and how many digits their minor unit has (ISO 4217). A payment provider expects the same
 * digits, so a currency is added here only with its provider.
 */
export const CURRENCIES = {
  INR: { minorDigits: 2 },
  USD: { minorDigits: 2 },
  EUR: { minorDigits: 2 },
  GBP: { minorDigits: 2 },
  AED: { minorDigits: 2 },
  SGD: { minorDigits: 2 },
  AUD: { minorDigits: 2 },
  NPR: { minorDigits: 2 },
  JPY: { minorDigits: 0 },
  KWD: { minorDigits: 3 },
} as const satisfies Record<string, Readonly<{ minorDigits: 0 | 2 | 3 }>>;

export type Currency = keyof typeof CURRENCIES;
export const CURRENCY_CODES = Object.keys(CURRENCIES) as [Currency, ...Currency[]];
export const DEFAULT_CURRENCY: Currency = "INR";

export const isCurrency = (code: string): code is Currency => Object.hasOwn(CURRENCIES, code);
