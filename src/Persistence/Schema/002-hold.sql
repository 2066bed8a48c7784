-- Why nothing may leave the program; empty when everything may. It is about this copy of the database, so it is not exported.
CREATE TABLE store_hold (
    reason TEXT PRIMARY KEY,
    since BIGINT NOT NULL
);
