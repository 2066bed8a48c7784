-- What numbers the commits of a SQLite store, and what tells this copy of the rows from every other. One row; it is about this database, so it is not exported.
CREATE TABLE commit_sequence (
    epoch TEXT NOT NULL,
    last BIGINT NOT NULL
);

INSERT INTO commit_sequence (epoch, last) SELECT CAST(random() AS TEXT), 0;
