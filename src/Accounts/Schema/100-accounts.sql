-- Accounts with their sessions, one row each.
CREATE TABLE accounts (
    key TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL,
    number BIGINT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);

-- Who holds an e-mail address, a username or whatever else an account is known by.
CREATE TABLE claims (
    key TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL
);

-- What happened to an account's safety; rows of the account.
CREATE TABLE security_events (
    account TEXT NOT NULL,
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    session TEXT,
    network TEXT,
    PRIMARY KEY (account, id)
);
