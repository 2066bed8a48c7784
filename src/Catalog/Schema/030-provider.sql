-- Events of the provider (events-face), and who registered for them.
CREATE TABLE provider_events (
    key         TEXT    NOT NULL PRIMARY KEY,
    version     BIGINT  NOT NULL,
    document    TEXT    NOT NULL,
    open        BOOLEAN NOT NULL,
    event_time  BIGINT  NOT NULL,
    name        TEXT    NOT NULL,
    name_key    TEXT    NOT NULL
);

CREATE INDEX provider_events_by_time ON provider_events (event_time, key);

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

-- No two of our visitors ask for one seat, so whoever asks again after a crash does not meet another of ours on it.
CREATE UNIQUE INDEX provider_registrations_by_seat ON provider_registrations (seat_key);

CREATE UNIQUE INDEX provider_registrations_by_id ON provider_registrations (id);

CREATE INDEX provider_registrations_by_account ON provider_registrations (account_id, created_at);
