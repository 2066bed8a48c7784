-- Breaks programs before 002.
-- The commit that wrote the row last. Older programs do not set it, so their changes would not be seen.
ALTER TABLE events ADD COLUMN commit_id BIGINT NOT NULL DEFAULT 0;

-- The index alone tells which rows changed, and their versions.
CREATE INDEX events_by_commit ON events (commit_id, id, version);

DROP INDEX events_by_version;
