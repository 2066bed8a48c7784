-- The list of all events, active or not, is read in the order of numbers without sorting it first, from any number on.
CREATE INDEX events_by_number ON events (active, id);
