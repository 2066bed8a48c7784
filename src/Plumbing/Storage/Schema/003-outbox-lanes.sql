-- Every topic is looked at by itself.
CREATE INDEX outbox_lane ON outbox (topic, not_before) WHERE done_at IS NULL;
DROP INDEX outbox_due;
