-- Old events are removed by their time.
CREATE INDEX security_events_at ON security_events (at);
