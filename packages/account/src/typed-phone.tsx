/** Ten digits are an Indian number without its country code; nothing typed is no number. */
export const phoneOf = (text: string): string | undefined => {
  const digits = text.replace(/[\s().-]/g, "");
  if (digits === "") return undefined;
  return /^[6-9]\d{9}$/.test(digits) ? `+91${digits}` : text;
};
