-- The place of an event as a number, for finding the same event at other sources; null in older rows until the program has filled them in.
ALTER TABLE events ADD COLUMN venue BIGINT;
-- Events that operators said are one: a common name, and which of them is shown (the lowest rank that is active).
ALTER TABLE events ADD COLUMN twin_set TEXT;
ALTER TABLE events ADD COLUMN twin_rank BIGINT;

CREATE INDEX events_by_venue ON events (venue, id) WHERE active;

CREATE INDEX events_by_twins ON events (twin_set, twin_rank) WHERE twin_set IS NOT NULL;

-- What operators decided of two events, the lesser uuid first.
CREATE TABLE twin_decisions (
    first      TEXT    NOT NULL,
    second     TEXT    NOT NULL,
    same       BOOLEAN NOT NULL,
    shown      TEXT,
    decided_at BIGINT  NOT NULL,
    PRIMARY KEY (first, second)
);

CREATE INDEX twin_decisions_by_second ON twin_decisions (second);

-- How many decisions there were: who decides by an older number is refused.
CREATE TABLE twins (
    key      TEXT   NOT NULL PRIMARY KEY,
    version  BIGINT NOT NULL,
    document TEXT   NOT NULL
);
