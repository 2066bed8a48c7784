-- The index of script 045 does the work of this one. Dropped last: from here until the commit nobody else reads the table.
DROP INDEX events_by_change;
