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
