-- State that is never listed.
CREATE TABLE grain_state (
    key TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL
);

-- Where each integer sequence goes on: the first id that no process has leased.
CREATE TABLE id_sequences (
    name TEXT PRIMARY KEY,
    next_id BIGINT NOT NULL
);

-- Intents stored with the state that caused them. A done message stays for a while, so that the same id is not stored again.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    topic TEXT NOT NULL,
    document TEXT NOT NULL,
    not_before BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    last_error TEXT NULL,
    done_at BIGINT NULL
);
-- Each topic's due messages are read by themselves.
CREATE INDEX outbox_lane ON outbox (topic, not_before) WHERE done_at IS NULL;
CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL;

CREATE TABLE reminders (
    grain_id TEXT NOT NULL,
    name TEXT NOT NULL,
    grain_hash BIGINT NOT NULL,
    start_at BIGINT NOT NULL,
    period_ms BIGINT NOT NULL,
    etag TEXT NOT NULL,
    PRIMARY KEY (grain_id, name)
);
CREATE INDEX reminders_hash ON reminders (grain_hash);
