import { ROLES } from "../actor";

/**
 * Everything the audit log can say, and about what kind of record. A closed list: an event of another name does not
 * compile, and the console's filter offers exactly these. `read` marks looking at a person's record.
 */
export const AUDIT_ACTIONS = {
  "auth.signup": { entityType: "user", kind: "write" },
  "auth.verify_email": { entityType: "user", kind: "write" },
  "auth.login": { entityType: "session", kind: "write" },
  "auth.login_failed": { entityType: "user", kind: "write" },
  "auth.logout": { entityType: "session", kind: "write" },
  "auth.refresh_reused": { entityType: "session", kind: "write" },
  "auth.session_revoke": { entityType: "session", kind: "write" },
  "auth.second_factor_enrol": { entityType: "user", kind: "write" },
  "auth.step_up": { entityType: "session", kind: "write" },
  "auth.second_factor_failed": { entityType: "user", kind: "write" },
  "auth.passkey_add": { entityType: "user", kind: "write" },
  "auth.passkey_rename": { entityType: "user", kind: "write" },
  "auth.passkey_remove": { entityType: "user", kind: "write" },
  "auth.passkey_failed": { entityType: "user", kind: "write" },
  "auth.passkey_copied": { entityType: "user", kind: "write" },
  "auth.totp_remove": { entityType: "user", kind: "write" },
  "auth.recovery_codes_renew": { entityType: "user", kind: "write" },
  "auth.email_code_on": { entityType: "user", kind: "write" },
  "auth.email_code_off": { entityType: "user", kind: "write" },
  "auth.device_remember": { entityType: "user", kind: "write" },
  "auth.devices_forget": { entityType: "user", kind: "write" },
  "auth.recovery_code_use": { entityType: "user", kind: "write" },
  "auth.password_reset_request": { entityType: "user", kind: "write" },
  "auth.password_reset": { entityType: "user", kind: "write" },
  "auth.password_change": { entityType: "user", kind: "write" },
  "auth.email_change_request": { entityType: "user", kind: "write" },
  "auth.email_change": { entityType: "user", kind: "write" },
  "auth.invitation_accept": { entityType: "user", kind: "write" },

  "user.invite": { entityType: "user", kind: "write" },
  "user.update": { entityType: "user", kind: "write" },
  "user.disable": { entityType: "user", kind: "write" },
  "user.enable": { entityType: "user", kind: "write" },
  "user.change_role": { entityType: "user", kind: "write" },
  "user.request_factor_reset": { entityType: "user", kind: "write" },
  "user.reject_factor_reset": { entityType: "user", kind: "write" },
  "user.reset_factors": { entityType: "user", kind: "write" },
  "user.list": { entityType: "user", kind: "read" },
  "user.find_by_phone": { entityType: "user", kind: "read" },
  "user.read": { entityType: "user", kind: "read" },

  "dependant.create": { entityType: "dependant", kind: "write" },
  "dependant.update": { entityType: "dependant", kind: "write" },
  "dependant.remove": { entityType: "dependant", kind: "write" },
  "dependant.list": { entityType: "dependant", kind: "read" },

  "keys.rotate": { entityType: "master_key", kind: "write" },
  "keys.retire": { entityType: "master_key", kind: "write" },

  "doctor.register": { entityType: "doctor", kind: "write" },
  "doctor.update": { entityType: "doctor", kind: "write" },
  "doctor.approve": { entityType: "doctor", kind: "write" },
  "doctor.reject": { entityType: "doctor", kind: "write" },
  "doctor.suspend": { entityType: "doctor", kind: "write" },
  "doctor.running_late": { entityType: "doctor", kind: "write" },

  "availability.set_hours": { entityType: "doctor", kind: "write" },
  "availability.create_slot": { entityType: "slot", kind: "write" },
  "availability.block_slot": { entityType: "slot", kind: "write" },
  "availability.open_slot": { entityType: "slot", kind: "write" },
  "availability.remove_slot": { entityType: "slot", kind: "write" },
  "availability.move_slot": { entityType: "slot", kind: "write" },
  "availability.block_many": { entityType: "doctor", kind: "write" },
  "availability.open_many": { entityType: "doctor", kind: "write" },
  "availability.copy_week": { entityType: "doctor", kind: "write" },
  "availability.day_off": { entityType: "doctor", kind: "write" },

  "consultation.book": { entityType: "consultation", kind: "write" },
  "consultation.confirm": { entityType: "consultation", kind: "write" },
  "consultation.expire": { entityType: "consultation", kind: "write" },
  "consultation.revive": { entityType: "consultation", kind: "write" },
  "consultation.cancel": { entityType: "consultation", kind: "write" },
  "consultation.reschedule": { entityType: "consultation", kind: "write" },
  "consultation.extend_hold": { entityType: "consultation", kind: "write" },
  "consultation.open_link": { entityType: "consultation", kind: "read" },
  "consultation.use_link": { entityType: "consultation", kind: "write" },
  "consultation.start": { entityType: "consultation", kind: "write" },
  "consultation.complete": { entityType: "consultation", kind: "write" },
  "consultation.miss": { entityType: "consultation", kind: "write" },
  "consultation.read": { entityType: "consultation", kind: "read" },
  "consultation.read_history": { entityType: "consultation", kind: "read" },
  "consultation.list": { entityType: "consultation", kind: "read" },

  "waitlist.join": { entityType: "waitlist_entry", kind: "write" },
  "waitlist.leave": { entityType: "waitlist_entry", kind: "write" },
  "waitlist.decline": { entityType: "waitlist_entry", kind: "write" },
  "waitlist.claim": { entityType: "waitlist_entry", kind: "write" },
  "waitlist.list": { entityType: "waitlist_entry", kind: "read" },

  "delivery.list": { entityType: "delivery", kind: "read" },

  "rating.give": { entityType: "rating", kind: "write" },
  "rating.update": { entityType: "rating", kind: "write" },
  "rating.withdraw": { entityType: "rating", kind: "write" },
  "rating.publish": { entityType: "rating", kind: "write" },
  "rating.hide": { entityType: "rating", kind: "write" },
  "rating.read": { entityType: "rating", kind: "read" },

  "note.write": { entityType: "note", kind: "write" },
  "note.read": { entityType: "note", kind: "read" },

  "prescription.issue": { entityType: "prescription", kind: "write" },
  "prescription.read": { entityType: "prescription", kind: "read" },
  "prescription.print": { entityType: "prescription", kind: "read" },

  "calendar.create": { entityType: "calendar", kind: "write" },
  "calendar.renew": { entityType: "calendar", kind: "write" },
  "calendar.revoke": { entityType: "calendar", kind: "write" },
  "calendar.show_names": { entityType: "calendar", kind: "write" },
  "calendar.hide_names": { entityType: "calendar", kind: "write" },
  "calendar.read": { entityType: "calendar", kind: "read" },

  "payment.initiate": { entityType: "payment", kind: "write" },
  "payment.settle": { entityType: "payment", kind: "write" },
  "payment.fail": { entityType: "payment", kind: "write" },
  "payment.refund": { entityType: "payment", kind: "write" },
  "payment.read": { entityType: "payment", kind: "read" },

  "audit.read": { entityType: "audit_event", kind: "read" },
} as const satisfies Record<string, Readonly<{ entityType: string; kind: "read" | "write" }>>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;
export type EntityTypeOf<A extends AuditAction> = (typeof AUDIT_ACTIONS)[A]["entityType"];
export type EntityType = EntityTypeOf<AuditAction>;

export const AUDIT_ACTION_CODES = Object.keys(AUDIT_ACTIONS) as [AuditAction, ...AuditAction[]];
export const ENTITY_TYPES: readonly EntityType[] = [
  ...new Set(AUDIT_ACTION_CODES.map((action) => AUDIT_ACTIONS[action].entityType)),
];

export const AUDIT_OUTCOMES = ["ok", "refused"] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** Whose role stands beside an event: a person's at that time, the platform itself, or nobody known. */
export const AUDIT_ROLES = [...ROLES, "SYSTEM", "ANONYMOUS"] as const;
export type AuditRole = (typeof AUDIT_ROLES)[number];

export const entityTypeOf = <A extends AuditAction>(action: A): EntityTypeOf<A> =>
  AUDIT_ACTIONS[action].entityType;

export const isAuditAction = (text: string): text is AuditAction => Object.hasOwn(AUDIT_ACTIONS, text);
