-- Which rows changed since a moment, and in which version, is told by the index alone.
DROP INDEX events_by_change;

CREATE INDEX events_by_change ON events (changed_at, version, id);
