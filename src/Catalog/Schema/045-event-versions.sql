-- Which rows changed since a moment, and in which version, is told by the index alone.
CREATE INDEX events_by_version ON events (changed_at, version, id);
