-- Accounts with their sessions, one row each.
CREATE TABLE accounts (
    key TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL,
    number BIGINT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);

-- Which account holds an e-mail address, a username or any other identifier.
CREATE TABLE claims (
    key TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL
);

-- Security events of an account: child rows of the account.
CREATE TABLE security_events (
    account TEXT NOT NULL,
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    session TEXT,
    network TEXT,
    PRIMARY KEY (account, id)
);
-- Old events are removed by their time.
CREATE INDEX security_events_at ON security_events (at);
