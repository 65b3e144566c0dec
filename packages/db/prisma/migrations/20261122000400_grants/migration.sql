-- Who may touch what. The application can add to the audit log and read it; nobody but the owner could do more, and a trigger stops even that.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO amrutam_app, amrutam_worker, amrutam_sealer;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO amrutam_app, amrutam_worker;

GRANT SELECT, INSERT, UPDATE ON
  users, data_keys, sessions, refresh_tokens, totp_factors, recovery_codes, link_tokens, sign_in_challenges, sign_in_tickets,
  doctors, weekly_hours, availability_exceptions, slots, consultations, consultation_notes, booking_drafts, payments, refunds
  TO amrutam_app;
GRANT DELETE ON
  refresh_tokens, totp_factors, recovery_codes, link_tokens, sign_in_challenges, sign_in_tickets, weekly_hours, availability_exceptions,
  slots, booking_drafts, idempotency_records TO amrutam_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO amrutam_app;
GRANT SELECT, INSERT ON master_key_checks TO amrutam_app, amrutam_worker;
GRANT SELECT, INSERT ON prescriptions, audit_events, idempotency_records, outbox_events TO amrutam_app;

GRANT SELECT ON users, data_keys, link_tokens, doctors, weekly_hours, availability_exceptions, slots, consultations, payments, refunds,
  sessions, audit_events, outbox_events, idempotency_records TO amrutam_worker;
GRANT INSERT ON audit_events, outbox_events, slots TO amrutam_worker;
GRANT UPDATE ON doctors, slots, consultations, payments, refunds, outbox_events TO amrutam_worker;
GRANT DELETE ON slots, idempotency_records, link_tokens, sign_in_challenges, sign_in_tickets, refresh_tokens, booking_drafts, outbox_events, rate_limits TO amrutam_worker;
GRANT SELECT ON rate_limits, sign_in_challenges, sign_in_tickets, refresh_tokens, booking_drafts TO amrutam_worker;

GRANT SELECT ON audit_events TO amrutam_sealer;
