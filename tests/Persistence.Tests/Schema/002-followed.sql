CREATE TABLE followed (
    key TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL,
    id BIGINT NOT NULL,
    commit_id BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX followed_by_commit ON followed (commit_id, id, version);
