-- CreateIndex
CREATE INDEX "consultations_status_booked_at_id_idx" ON "consultations"("status", "booked_at" DESC, "id" DESC);

-- What was refused is what somebody looks for in the audit log, and little of it: found without reading all that went well.
CREATE INDEX audit_events_refused ON audit_events (occurred_at DESC, id DESC) WHERE outcome = 'refused';
