-- A day is full by all of its visits. The part of it that an act looks at (from now on, an afternoon, half a day around a moved
-- slot) used to be counted alone, and a full day lost its limit. No local day is longer than 25 hours.
CREATE OR REPLACE FUNCTION full_days(p_doctor_id uuid, p_from timestamptz, p_to timestamptz) RETURNS SETOF date LANGUAGE sql STABLE AS $$
  SELECT (s.starts_at AT TIME ZONE d.timezone)::date
  FROM doctors d JOIN slots s ON s.doctor_id = d.id
  WHERE d.id = p_doctor_id AND s.taken > 0 AND s.status <> 'REMOVED'
    AND s.starts_at >= p_from - interval '25 hours' AND s.starts_at < p_to + interval '25 hours'
    AND (s.starts_at AT TIME ZONE d.timezone)::date
      BETWEEN (p_from AT TIME ZONE d.timezone)::date AND (p_to AT TIME ZONE d.timezone)::date
  GROUP BY 1, d.daily_cap
  HAVING count(*) >= d.daily_cap
$$;
