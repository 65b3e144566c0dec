-- Where a session was opened, and word of its end to every process at once.

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN "client_address" INET,
ADD COLUMN "place" TEXT;

ALTER TABLE sessions ADD CONSTRAINT sessions_place CHECK (place ~ '^[A-Z]{2}$');

-- Ids only: whoever hears it reads what it may. It is heard when the transaction commits, and never when it doesn't.
CREATE FUNCTION publish_event(event_type text, for_user uuid, subject uuid) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('amrutam_events', json_build_object(
    'id', uuidv7(), 'type', event_type, 'userId', for_user, 'subjectId', subject)::text)
$$;
REVOKE EXECUTE ON FUNCTION publish_event(text, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION publish_event(text, uuid, uuid) TO amrutam_app, amrutam_worker;

-- By triggers and not by use cases: no code path and no hand-typed SQL ends a session in silence.
CREATE FUNCTION tell_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM publish_event('session.opened', NEW.user_id, NEW.id);
  ELSE
    PERFORM publish_event('session.closed', OLD.user_id, OLD.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER sessions_tell_opened AFTER INSERT ON sessions FOR EACH ROW EXECUTE FUNCTION tell_session();
CREATE TRIGGER sessions_tell_revoked AFTER UPDATE OF revoked_at ON sessions FOR EACH ROW
  WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION tell_session();
CREATE TRIGGER sessions_tell_deleted AFTER DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION tell_session();

CREATE FUNCTION tell_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM publish_event('account.changed', NEW.id, NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER users_tell_changed AFTER UPDATE OF status, role ON users FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.role IS DISTINCT FROM NEW.role) EXECUTE FUNCTION tell_account();

REVOKE EXECUTE ON FUNCTION tell_session(), tell_account() FROM PUBLIC;
