-- What is scraped: one row per source (its last run), and the rows of a run that is under way.
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
    PRIMARY KEY (source, run, uuid)
);

CREATE TABLE dead_letters (
    source TEXT NOT NULL,
    item_key TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT,
    attempts BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    PRIMARY KEY (source, item_key)
);

CREATE INDEX dead_letters_by_time ON dead_letters (source, last_seen);
