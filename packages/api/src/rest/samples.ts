/** As much of JSON Schema as zod writes. */
export type JsonSchema = Readonly<{
  type?: string;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  additionalProperties?: boolean | JsonSchema;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  examples?: readonly unknown[];
  format?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  description?: string;
}>;

const UUID = "019adf3e-7c00-7000-8000-0000000000a1";

/** What a reader would expect in a field of this name. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  email: "asha@example.com",
  password: "a few unrelated words",
  currentPassword: "a few unrelated words",
  newPassword: "other words that nobody guesses",
  fullName: "Asha Rao",
  phone: "+919800000000",
  clinicPhone: "+918212420000",
  dateOfBirth: "1990-05-14",
  relationship: "CHILD",
  role: "PATIENT",
  token: "the-token-of-the-link-in-the-mail",
  refreshToken: "the-refresh-token-of-the-last-answer",
  code: "123456",
  reason: "Fever since three days, no cough.",
  body: "Viral fever likely. Review after five days.",
  qualification: "MBBS, MD",
  council: "KMC",
  registrationNumber: "KMC/12345",
  specialization: "general-medicine",
  practisingSince: 2012,
  languages: ["en", "hi"],
  timezone: "Asia/Kolkata",
  startMin: 540,
  endMin: 720,
  weekday: 1,
  visitLengthMin: 20,
  lengthMin: 20,
  minor: 50_000,
  currency: "INR",
  genericName: "PARACETAMOL",
  strength: "500 mg",
  form: "tablet",
  dose: "1 tablet",
  frequency: "every_8_hours",
  durationDays: 3,
  patientAge: 34,
  revision: 1,
};

const BY_FORMAT: Readonly<Record<string, unknown>> = {
  uuid: UUID,
  "date-time": "2026-11-23T04:30:00Z",
  date: "2026-11-23",
  email: BY_NAME.email,
};

/** A value a schema takes, believable where the name tells what is meant; required fields only. */
export function sampleOf(schema: JsonSchema, name: string): unknown {
  if (schema.const !== undefined) return schema.const;
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return sampleOf(options[0] ?? {}, name);
  const known = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  if (schema.enum) return schema.enum.includes(known) ? known : schema.enum[0];
  if (schema.type === "object") {
    // Written out where fields exclude each other, which JSON Schema does not say.
    if (schema.examples?.[0] !== undefined) return schema.examples[0];
    const wanted = Object.entries(schema.properties ?? {}).filter(([field]) =>
      schema.required?.includes(field),
    );
    return Object.fromEntries(wanted.map(([field, inner]) => [field, sampleOf(inner, field)]));
  }
  if (known !== undefined) return known;
  if (schema.type === "array") return [sampleOf(schema.items ?? {}, "")];
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  if (schema.default !== undefined) return schema.default;
  if (schema.type === "integer" || schema.type === "number") return Math.max(schema.minimum ?? 1, 1);
  if (schema.type === "boolean") return true;
  return BY_FORMAT[schema.format ?? ""] ?? "text";
}
