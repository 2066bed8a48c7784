CREATE TABLE events (
    key         TEXT    NOT NULL PRIMARY KEY,
    version     BIGINT  NOT NULL,
    document    TEXT    NOT NULL,
    id          BIGINT  NOT NULL,
    event_type  TEXT    NOT NULL,
    active      BOOLEAN NOT NULL,
    shard       BIGINT  NOT NULL,
    due_at      BIGINT,
    poster      TEXT    NOT NULL,
    changed_at  BIGINT  NOT NULL,
    -- The venue as a number, for finding the same event at other sources.
    venue       BIGINT,
    -- Events that operators declared the same share a set; the active one with the lowest rank is shown.
    twin_set    TEXT,
    twin_rank   BIGINT
);

CREATE UNIQUE INDEX events_by_id ON events (id);

CREATE INDEX events_by_list ON events (active, event_type, id);

-- The list of all events, active or not, is read in the order of numbers without a sort, from any number on.
CREATE INDEX events_by_number ON events (active, id);

CREATE INDEX events_by_due ON events (shard, due_at) WHERE due_at IS NOT NULL;

CREATE INDEX events_by_poster ON events (poster);

-- The index alone tells which rows changed since a moment, and their versions.
CREATE INDEX events_by_version ON events (changed_at, version, id);

-- Only rows without a venue are looked up. The rare search for twins sorts venues itself, so that taking in events does not pay for an index of them.
CREATE INDEX events_without_venue ON events (id) WHERE active AND venue IS NULL;

CREATE INDEX events_by_twins ON events (twin_set, twin_rank) WHERE twin_set IS NOT NULL;

-- What operators decided about two events, the lesser uuid first.
CREATE TABLE twin_decisions (
    first      TEXT    NOT NULL,
    second     TEXT    NOT NULL,
    same       BOOLEAN NOT NULL,
    shown      TEXT,
    decided_at BIGINT  NOT NULL,
    PRIMARY KEY (first, second)
);

CREATE INDEX twin_decisions_by_second ON twin_decisions (second);

-- The number of decisions so far: a decision that was made on an older number is refused.
CREATE TABLE twins (
    key      TEXT   NOT NULL PRIMARY KEY,
    version  BIGINT NOT NULL,
    document TEXT   NOT NULL
);

-- A poster's row is committed before its file is put, so that whatever a crash leaves behind is known by name.
CREATE TABLE posters (
    key TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL,
    touched_at BIGINT NOT NULL
);

CREATE INDEX posters_by_touch ON posters (touched_at, key);

-- Address of a picture (hash) → poster.
CREATE TABLE poster_sources (
    key TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL
);

-- Bytes of a picture (hash) → poster.
CREATE TABLE poster_images (
    key TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL
);

-- One row per source (its last run), and the rows of a run that is under way.
CREATE TABLE sources (
    key TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL,
    running BOOLEAN NOT NULL,
    started_at BIGINT,
    finished_at BIGINT
);

CREATE TABLE source_pages (
    source TEXT NOT NULL,
    run BIGINT NOT NULL,
    url TEXT NOT NULL,
    position BIGINT NOT NULL,
    is_list BOOLEAN NOT NULL,
    attempts BIGINT NOT NULL,
    done BOOLEAN NOT NULL,
    PRIMARY KEY (source, run, url)
);

CREATE TABLE source_items (
    source TEXT NOT NULL,
    run BIGINT NOT NULL,
    uuid TEXT NOT NULL,
    position BIGINT NOT NULL,
    item_key TEXT NOT NULL,
    stage BIGINT NOT NULL,
    batch BIGINT,
    status_code BIGINT,
    detail TEXT,
    document TEXT NOT NULL,
    page TEXT,
    page_is_list BOOLEAN,
    PRIMARY KEY (source, run, uuid)
);

-- Items that failed, the page to read them from again, and when that is tried without being asked.
CREATE TABLE dead_letters (
    source TEXT NOT NULL,
    item_key TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT,
    attempts BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    page TEXT,
    page_is_list BOOLEAN,
    next_try BIGINT,
    PRIMARY KEY (source, item_key)
);

CREATE INDEX dead_letters_by_time ON dead_letters (source, last_seen);

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

-- Which item was read from which page: the uuid of an event, or the key of a failed item.
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

-- Events of the provider (events-face), and their registrations.
CREATE TABLE provider_events (
    key         TEXT    NOT NULL PRIMARY KEY,
    version     BIGINT  NOT NULL,
    document    TEXT    NOT NULL,
    open        BOOLEAN NOT NULL,
    event_time  BIGINT  NOT NULL,
    name        TEXT    NOT NULL,
    name_key    TEXT    NOT NULL,
    -- Set where the provider's topic deleted the event; the row stays for 30 days, so that nothing older brings the event back.
    deleted_at  BIGINT
);

CREATE INDEX provider_events_by_time ON provider_events (event_time, key);

CREATE INDEX provider_events_by_deletion ON provider_events (deleted_at) WHERE deleted_at IS NOT NULL;

-- Records of the provider's topic that could not be read or stored, as they came.
CREATE TABLE provider_dead_letters (
    topic            TEXT   NOT NULL,
    partition_number BIGINT NOT NULL,
    record_offset    BIGINT NOT NULL,
    reason           TEXT   NOT NULL,
    attempts         BIGINT NOT NULL,
    seen_at          BIGINT NOT NULL,
    record_key       BYTEA,
    record_value     BYTEA,
    PRIMARY KEY (topic, partition_number, record_offset)
);

CREATE INDEX provider_dead_letters_by_time ON provider_dead_letters (seen_at);

CREATE TABLE provider_registrations (
    key         TEXT    NOT NULL PRIMARY KEY,
    version     BIGINT  NOT NULL,
    document    TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    event_id    TEXT    NOT NULL,
    account_id  TEXT    NOT NULL,
    status      BIGINT  NOT NULL,
    created_at  BIGINT  NOT NULL,
    seat_key    TEXT
);

-- No two of our visitors ask for one seat, so a repeated request after a crash cannot meet another of ours on it.
CREATE UNIQUE INDEX provider_registrations_by_seat ON provider_registrations (seat_key);

CREATE UNIQUE INDEX provider_registrations_by_id ON provider_registrations (id);

CREATE INDEX provider_registrations_by_account ON provider_registrations (account_id, created_at);
