CREATE TABLE notes (
    key TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL,
    shelf TEXT NULL,
    pages BIGINT NULL,
    written_at BIGINT NULL,
    pinned BOOLEAN NULL,
    weight DOUBLE PRECISION NULL,
    cover BYTEA NULL,
    mark BIGINT NULL UNIQUE
);

CREATE TABLE remarks (
    note TEXT NOT NULL,
    number BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (note, number)
);
