/**
 * Every expected refusal of the platform and the HTTP status it answers with: 400 the input, 401 who are you, 403 not
 * you, 404 not there (or not yours), 409 somebody or something was first, 422 a rule says no, 429 too often, 503 later.
 * The human sentence for each code lives in the message catalogs, exhaustive by this type.
 */
export const REFUSALS = {
  "input.invalid": { status: 400 },
  "input.too_large": { status: 413 },

  "request.method_not_allowed": { status: 405 },
  "request.unsupported_media_type": { status: 415 },
  "request.too_many_calls": { status: 400 },
  "request.cross_site": { status: 403 },

  "auth.unauthenticated": { status: 401 },
  "auth.forbidden": { status: 403 },
  "auth.invalid_credentials": { status: 401 },
  "auth.invalid_code": { status: 401 },
  "auth.challenge_expired": { status: 401 },
  "auth.passkey_invalid": { status: 401 },
  "auth.second_factor_required": { status: 403 },
  "auth.second_factor_enrolled": { status: 409 },
  "auth.step_up_required": { status: 403 },
  "auth.link_invalid": { status: 422 },
  "auth.email_unverified": { status: 403 },
  "auth.password_weak": { status: 422 },
  "auth.password_breached": { status: 422 },
  "auth.password_unchanged": { status: 422 },
  "auth.current_password_wrong": { status: 422 },
  "auth.email_unchanged": { status: 422 },
  "auth.account_disabled": { status: 403 },
  "auth.wrong_app": { status: 403 },

  "factor.last_one": { status: 409 },
  "factor.none": { status: 409 },
  "factor.passkey_known": { status: 409 },
  "factor.too_many_passkeys": { status: 422 },

  "rate.limited": { status: 429 },
  "service.unavailable": { status: 503 },
  not_found: { status: 404 },
  internal: { status: 500 },

  "idempotency.key_required": { status: 400 },
  "idempotency.key_reused": { status: 422 },
  "idempotency.in_flight": { status: 409 },

  "user.birth_date_impossible": { status: 422 },
  "user.name_fixed": { status: 409 },
  "dependant.too_many": { status: 422 },

  "booking.slot_taken": { status: 409 },
  "booking.slot_not_open": { status: 409 },
  "booking.slot_past": { status: 422 },
  "booking.too_soon": { status: 422 },
  "booking.mode_not_offered": { status: 422 },
  "booking.patient_overlap": { status: 409 },
  "consultation.patient_busy": { status: 409 },
  "booking.too_many_holds": { status: 422 },
  "booking.doctor_not_bookable": { status: 422 },
  "booking.hold_expired": { status: 409 },
  "booking.hold_extended": { status: 409 },

  "consultation.illegal_transition": { status: 409 },
  "consultation.too_early": { status: 422 },
  "consultation.too_late": { status: 422 },
  "consultation.moved_too_often": { status: 422 },
  "consultation.same_time": { status: 422 },
  "consultation.link_invalid": { status: 422 },
  "consultation.note_conflict": { status: 409 },

  "waitlist.slots_open": { status: 409 },
  "waitlist.already_waiting": { status: 409 },
  "waitlist.too_many": { status: 422 },
  "waitlist.window_invalid": { status: 422 },
  "waitlist.offer_closed": { status: 409 },

  "rating.not_completed": { status: 409 },
  "rating.already_given": { status: 409 },
  "rating.too_late": { status: 422 },
  "rating.comment_changed": { status: 409 },
  "rating.already_decided": { status: 409 },

  "payment.already_settled": { status: 409 },
  "payment.failed": { status: 422 },
  "payment.unavailable": { status: 503 },

  "availability.hours_conflict": { status: 409 },
  "availability.overlap": { status: 409 },
  "availability.slot_booked": { status: 409 },
  "availability.slot_past": { status: 422 },
  "availability.window_invalid": { status: 422 },
  "availability.zone_unknown": { status: 422 },

  "prescription.already_issued": { status: 409 },
  "prescription.not_allowed": { status: 409 },
  "prescription.invalid_line": { status: 422 },
  "prescription.age_required": { status: 422 },

  "doctor.already_registered": { status: 409 },
  "doctor.not_approved": { status: 403 },
  "doctor.registration_taken": { status: 409 },
  "doctor.registration_fixed": { status: 409 },
  "doctor.changed_meanwhile": { status: 409 },
  "doctor.mode_in_hours": { status: 422 },

  "photo.too_large": { status: 413 },
  "photo.unsupported": { status: 415 },
  "photo.unreadable": { status: 422 },
  "photo.too_small": { status: 422 },

  "admin.self_change": { status: 422 },
  "admin.reason_required": { status: 422 },
  "admin.illegal_decision": { status: 409 },
  "admin.role_fixed": { status: 409 },
  "admin.address_taken": { status: 409 },
  "admin.reset_open": { status: 409 },
  "admin.reset_own_request": { status: 403 },
  "admin.reset_decided": { status: 409 },
  "admin.reset_expired": { status: 409 },
  "admin.no_factors": { status: 409 },
} as const satisfies Record<string, Readonly<{ status: RefusalStatus }>>;

export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
export type RefusalCode = keyof typeof REFUSALS;

export const REFUSAL_CODES = Object.keys(REFUSALS) as readonly RefusalCode[];

/** HTTP status a refusal answers with. */
export const statusOf = (code: RefusalCode): RefusalStatus => REFUSALS[code].status;

/** Is this text, which came over the wire or from the database, one of our codes? */
export const isRefusalCode = (text: string): text is RefusalCode => Object.hasOwn(REFUSALS, text);
