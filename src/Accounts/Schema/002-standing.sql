-- Lists of accounts leave out those that were erased.
ALTER TABLE accounts ADD COLUMN erased_at BIGINT;

-- The roles of the installation: one row.
CREATE TABLE roles (
    key TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL
);

-- Which accounts are super admins: one row.
CREATE TABLE super_admins (
    key TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL
);
