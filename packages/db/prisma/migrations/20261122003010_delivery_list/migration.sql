-- The console looks at what was sent: newest first, of one person, or about one visit.
-- CreateIndex
CREATE INDEX "deliveries_created_at_id_idx" ON "deliveries"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "deliveries_subject_id_idx" ON "deliveries"("subject_id");

GRANT SELECT (id, consultation_id) ON visit_reminders TO amrutam_app;
