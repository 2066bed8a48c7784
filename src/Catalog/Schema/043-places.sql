-- Taking in events should not pay for the rare search for twins: it sorts the places itself. Only rows that have no place yet are looked up.
DROP INDEX events_by_venue;

CREATE INDEX events_without_venue ON events (id) WHERE active AND venue IS NULL;
