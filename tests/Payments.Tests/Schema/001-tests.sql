CREATE TABLE test_wallets (
    key TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL
);
