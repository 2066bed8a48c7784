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
    changed_at  BIGINT  NOT NULL
);

CREATE UNIQUE INDEX events_by_id ON events (id);

CREATE INDEX events_by_list ON events (active, event_type, id);

CREATE INDEX events_by_due ON events (shard, due_at) WHERE due_at IS NOT NULL;

CREATE INDEX events_by_change ON events (changed_at);

CREATE INDEX events_by_poster ON events (poster);
