-- The head of the audit log's chain: one row, written together with the lines.
CREATE TABLE audit_chain (
    key TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL
);

-- The lines of the audit log, numbered without gaps. Each hash covers the line and the hash before it.
CREATE TABLE audit_lines (
    number BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    operation TEXT NOT NULL UNIQUE,
    user_id BIGINT,
    action TEXT NOT NULL,
    object_type TEXT NOT NULL,
    object_id TEXT,
    details TEXT,
    request_id TEXT,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX audit_lines_at ON audit_lines (at);
CREATE INDEX audit_lines_user ON audit_lines (user_id, number);
CREATE INDEX audit_lines_action ON audit_lines (action, number);
CREATE INDEX audit_lines_object ON audit_lines (object_type, object_id, number);

-- Settings that have been changed.
CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL
);

-- Every change of a setting.
CREATE TABLE setting_changes (
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    user_id BIGINT,
    request_id TEXT,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    PRIMARY KEY (key, version)
);
