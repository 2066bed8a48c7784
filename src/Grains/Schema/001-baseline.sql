-- Topics of numbered messages, one row each. The document has the number of the last message.
CREATE TABLE message_topics (
    key TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    document TEXT NOT NULL
);

-- The newest messages of each topic: child rows of the topic.
CREATE TABLE messages (
    topic TEXT NOT NULL,
    number BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (topic, number)
);
