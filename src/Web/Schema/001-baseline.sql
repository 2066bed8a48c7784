-- Answers to requests with an Idempotency-Key. The key is a hash of the caller, the request and the caller's key.
CREATE TABLE idempotency_answers (
    key TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    status BIGINT NOT NULL,
    content_type TEXT NULL,
    headers TEXT NOT NULL,
    body BYTEA NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX idempotency_answers_expire ON idempotency_answers (expires_at);
