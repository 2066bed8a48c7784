-- Where a failed item is read again, and when that is tried without being asked.
ALTER TABLE dead_letters ADD COLUMN page TEXT;
ALTER TABLE dead_letters ADD COLUMN page_is_list BOOLEAN;
ALTER TABLE dead_letters ADD COLUMN next_try BIGINT;
ALTER TABLE source_items ADD COLUMN page TEXT;
ALTER TABLE source_items ADD COLUMN page_is_list BOOLEAN;

CREATE INDEX dead_letters_by_seen ON dead_letters (last_seen);

-- Pages as they were read, compressed, each text once per source.
CREATE TABLE raw_payloads (
    source TEXT NOT NULL,
    hash TEXT NOT NULL,
    url TEXT NOT NULL,
    fetched_at BIGINT NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (source, hash)
);

-- What was read from which of them: the uuid of an event, or the key of a failed item.
CREATE TABLE payload_items (
    source TEXT NOT NULL,
    item TEXT NOT NULL,
    hash TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (source, item, hash)
);

CREATE INDEX payload_items_by_item ON payload_items (item);

CREATE INDEX payload_items_by_hash ON payload_items (source, hash);

CREATE INDEX payload_items_by_time ON payload_items (source, seen_at);
