import type { ColumnTypes } from "./insert-rows";

/** The tables a scenario fills, parents first, with the columns it sets. */
export const USERS = {
  id: "uuid",
  email: "citext",
  email_verified_at: "timestamptz",
  password_hash: "text",
  role: '"Role"',
  full_name: "text",
  gender: '"Gender"',
  locale: "text",
  timezone: "text",
  phone_sealed: "bytea",
  phone_index: "bytea",
  phone_index_version: "integer",
  birth_date_sealed: "bytea",
  address_sealed: "bytea",
  created_at: "timestamptz",
} as const satisfies ColumnTypes;

export const DATA_KEYS = {
  user_id: "uuid",
  retention_class: '"RetentionClass"',
  wrapped_key: "bytea",
  master_version: "integer",
  created_at: "timestamptz",
} as const satisfies ColumnTypes;

export const TOTP_FACTORS = {
  user_id: "uuid",
  secret_sealed: "bytea",
  confirmed_at: "timestamptz",
  created_at: "timestamptz",
} as const satisfies ColumnTypes;

export const DOCTORS = {
  id: "uuid",
  user_id: "uuid",
  display_name: "text",
  specialization: "text",
  system_of_medicine: '"SystemOfMedicine"',
  qualification: "text",
  council: "text",
  registration_number: "citext",
  practising_since: "smallint",
  languages: "text[]",
  gender: '"Gender"',
  modes: "text[]",
  bio: "text",
  clinic_name: "text",
  clinic_address: "text",
  clinic_phone: "text",
  fee_minor: "bigint",
  timezone: "text",
  visit_length_min: "smallint",
  min_notice_min: "integer",
  generated_until: "date",
  approval: '"Approval"',
  decided_at: "timestamptz",
  decided_by: "uuid",
  created_at: "timestamptz",
  pending_since: "timestamptz",
} as const satisfies ColumnTypes;

export const WEEKLY_HOURS = {
  doctor_id: "uuid",
  weekday: "smallint",
  start_min: "smallint",
  end_min: "smallint",
  modes: "text[]",
} as const satisfies ColumnTypes;

export const AVAILABILITY_EXCEPTIONS = {
  doctor_id: "uuid",
  local_date: "date",
  kind: '"ExceptionKind"',
  reason: "text",
} as const satisfies ColumnTypes;

/** `taken` is set by the trigger, row by row, or by the scenario that turns it off. */
export const SLOTS = {
  id: "uuid",
  doctor_id: "uuid",
  starts_at: "timestamptz",
  ends_at: "timestamptz",
  modes: "text[]",
  taken: "smallint",
  created_at: "timestamptz",
} as const satisfies ColumnTypes;

export const DEPENDANTS = {
  id: "uuid",
  patient_id: "uuid",
  full_name: "text",
  relationship: '"Relationship"',
  gender: '"Gender"',
  birth_date_sealed: "bytea",
  created_at: "timestamptz",
  updated_at: "timestamptz",
} as const satisfies ColumnTypes;

export const CONSULTATIONS = {
  id: "uuid",
  slot_id: "uuid",
  doctor_id: "uuid",
  patient_id: "uuid",
  dependant_id: "uuid",
  starts_at: "timestamptz",
  ends_at: "timestamptz",
  status: '"ConsultationStatus"',
  mode: '"ConsultationMode"',
  reason_sealed: "bytea",
  fee_minor: "bigint",
  hold_expires_at: "timestamptz",
  consent_version: "text",
  consent_locale: "text",
  consent_at: "timestamptz",
  booked_at: "timestamptz",
  confirmed_at: "timestamptz",
  started_at: "timestamptz",
  completed_at: "timestamptz",
  ended_at: "timestamptz",
  cancelled_by: '"Party"',
  missed_by: '"Party"',
  updated_at: "timestamptz",
} as const satisfies ColumnTypes;

export const CONSULTATION_NOTES = {
  consultation_id: "uuid",
  body_sealed: "bytea",
  created_at: "timestamptz",
  updated_at: "timestamptz",
} as const satisfies ColumnTypes;

export const PRESCRIPTIONS = {
  id: "uuid",
  consultation_id: "uuid",
  content_sealed: "bytea",
  issued_at: "timestamptz",
  issued_by: "uuid",
} as const satisfies ColumnTypes;

/** The doctors' sums follow by trigger. */
export const RATINGS = {
  id: "uuid",
  consultation_id: "uuid",
  doctor_id: "uuid",
  patient_id: "uuid",
  stars: "smallint",
  comment_sealed: "bytea",
  comment_state: '"CommentState"',
  comment_public: "text",
  commented_at: "timestamptz",
  hide_reason: '"HideReason"',
  decided_by: "uuid",
  decided_at: "timestamptz",
  given_at: "timestamptz",
  updated_at: "timestamptz",
} as const satisfies ColumnTypes;

export const PAYMENTS = {
  id: "uuid",
  consultation_id: "uuid",
  provider: "text",
  provider_ref: "text",
  amount_minor: "bigint",
  refunded_minor: "bigint",
  status: '"PaymentStatus"',
  captured_at: "timestamptz",
  created_at: "timestamptz",
  updated_at: "timestamptz",
} as const satisfies ColumnTypes;

export const REFUNDS = {
  id: "uuid",
  payment_id: "uuid",
  amount_minor: "bigint",
  reason: "text",
  status: '"RefundStatus"',
  provider_ref: "text",
  created_at: "timestamptz",
  settled_at: "timestamptz",
} as const satisfies ColumnTypes;

export const AUDIT_EVENTS = {
  id: "uuid",
  occurred_at: "timestamptz",
  actor_id: "uuid",
  actor_role: "text",
  action: "text",
  entity_type: "text",
  entity_id: "uuid",
  patient_id: "uuid",
  request_id: "text",
} as const satisfies ColumnTypes;

export const SESSIONS = {
  id: "uuid",
  user_id: "uuid",
  audience: '"AppAudience"',
  user_agent: "text",
  expires_at: "timestamptz",
} as const satisfies ColumnTypes;
