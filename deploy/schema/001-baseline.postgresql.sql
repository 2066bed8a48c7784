-- What the AdoNet packages of Orleans 10 expect of PostgreSQL: they read their statements from orleansquery by these keys and use the
-- parameter and column names below. Each statement is one round trip and needs no function.
CREATE TABLE orleansquery (
    querykey VARCHAR(64) PRIMARY KEY,
    querytext VARCHAR(8000) NOT NULL
);

-- State that is never listed. graintypestring is the name of the state; one row for each state name and grain key.
CREATE TABLE orleansstorage (
    grainidhash INTEGER NOT NULL,
    grainidn0 BIGINT NOT NULL,
    grainidn1 BIGINT NOT NULL,
    graintypehash INTEGER NOT NULL,
    graintypestring VARCHAR(512) NOT NULL,
    grainidextensionstring VARCHAR(512) NULL,
    serviceid VARCHAR(150) NOT NULL,
    payloadbinary BYTEA NULL,
    modifiedon TIMESTAMP NOT NULL,
    version INTEGER NOT NULL
);
-- Two activations that both found nothing cannot both create the row.
CREATE UNIQUE INDEX orleansstorage_key ON orleansstorage
    (graintypestring, grainidn0, grainidn1, (COALESCE(grainidextensionstring, '')), serviceid);

CREATE TABLE orleansreminderstable (
    serviceid VARCHAR(150) NOT NULL,
    grainid VARCHAR(150) NOT NULL,
    remindername VARCHAR(150) NOT NULL,
    starttime TIMESTAMPTZ(3) NOT NULL,
    period BIGINT NOT NULL,
    grainhash INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (serviceid, grainid, remindername)
);
CREATE INDEX orleansreminderstable_ring ON orleansreminderstable (serviceid, grainhash);

-- A write answers the new version; the version it was called with (or none) says that somebody else was first.
INSERT INTO orleansquery (querykey, querytext) VALUES
('WriteToStorageKey', '
    WITH changed AS (
        UPDATE orleansstorage SET payloadbinary = @PayloadBinary, modifiedon = now() AT TIME ZONE ''utc'', version = version + 1
        WHERE graintypestring = @GrainTypeString AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
            AND COALESCE(grainidextensionstring, '''') = COALESCE(CAST(@GrainIdExtensionString AS VARCHAR), '''')
            AND serviceid = @ServiceId AND version = CAST(@GrainStateVersion AS INTEGER)
        RETURNING version
    ), created AS (
        INSERT INTO orleansstorage (grainidhash, grainidn0, grainidn1, graintypehash, graintypestring, grainidextensionstring,
            serviceid, payloadbinary, modifiedon, version)
        SELECT @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString, CAST(@GrainIdExtensionString AS VARCHAR),
            @ServiceId, @PayloadBinary, now() AT TIME ZONE ''utc'', 1
        WHERE CAST(@GrainStateVersion AS INTEGER) IS NULL
        ON CONFLICT DO NOTHING
        RETURNING version
    )
    SELECT COALESCE((SELECT version FROM changed), (SELECT version FROM created), CAST(@GrainStateVersion AS INTEGER)) AS NewGrainStateVersion'),
('ReadFromStorageKey', '
    SELECT payloadbinary AS PayloadBinary, version AS Version FROM orleansstorage
    WHERE graintypestring = @GrainTypeString AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
        AND COALESCE(grainidextensionstring, '''') = COALESCE(CAST(@GrainIdExtensionString AS VARCHAR), '''')
        AND serviceid = @ServiceId AND @GrainIdHash IS NOT NULL AND @GrainTypeHash IS NOT NULL'),
('ClearStorageKey', '
    UPDATE orleansstorage SET payloadbinary = NULL, modifiedon = now() AT TIME ZONE ''utc'', version = version + 1
    WHERE graintypestring = @GrainTypeString AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
        AND COALESCE(grainidextensionstring, '''') = COALESCE(CAST(@GrainIdExtensionString AS VARCHAR), '''')
        AND serviceid = @ServiceId AND version = CAST(@GrainStateVersion AS INTEGER)
        AND @GrainIdHash IS NOT NULL AND @GrainTypeHash IS NOT NULL
    RETURNING version AS NewGrainStateVersion'),
('DeleteStorageKey', '
    DELETE FROM orleansstorage
    WHERE graintypestring = @GrainTypeString AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
        AND COALESCE(grainidextensionstring, '''') = COALESCE(CAST(@GrainIdExtensionString AS VARCHAR), '''')
        AND serviceid = @ServiceId AND version = CAST(@GrainStateVersion AS INTEGER)
        AND @GrainIdHash IS NOT NULL AND @GrainTypeHash IS NOT NULL
    RETURNING version + 1 AS NewGrainStateVersion'),
('UpsertReminderRowKey', '
    INSERT INTO orleansreminderstable AS kept (serviceid, grainid, remindername, starttime, period, grainhash, version)
    VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
    ON CONFLICT (serviceid, grainid, remindername) DO UPDATE
        SET starttime = excluded.starttime, period = excluded.period, grainhash = excluded.grainhash, version = kept.version + 1
    RETURNING version'),
('ReadReminderRowsKey', '
    SELECT grainid AS GrainId, remindername AS ReminderName, starttime AS StartTime, period AS Period, version AS Version
    FROM orleansreminderstable WHERE serviceid = @ServiceId AND grainid = @GrainId'),
('ReadReminderRowKey', '
    SELECT grainid AS GrainId, remindername AS ReminderName, starttime AS StartTime, period AS Period, version AS Version
    FROM orleansreminderstable WHERE serviceid = @ServiceId AND grainid = @GrainId AND remindername = @ReminderName'),
('ReadRangeRows1Key', '
    SELECT grainid AS GrainId, remindername AS ReminderName, starttime AS StartTime, period AS Period, version AS Version
    FROM orleansreminderstable WHERE serviceid = @ServiceId AND grainhash > @BeginHash AND grainhash <= @EndHash'),
('ReadRangeRows2Key', '
    SELECT grainid AS GrainId, remindername AS ReminderName, starttime AS StartTime, period AS Period, version AS Version
    FROM orleansreminderstable WHERE serviceid = @ServiceId AND (grainhash > @BeginHash OR grainhash <= @EndHash)'),
('DeleteReminderRowKey', '
    WITH gone AS (
        DELETE FROM orleansreminderstable
        WHERE serviceid = @ServiceId AND grainid = @GrainId AND remindername = @ReminderName AND version = @Version
        RETURNING 1
    )
    SELECT CAST(count(*) AS INTEGER) AS row_count FROM gone'),
('DeleteReminderRowsKey', '
    DELETE FROM orleansreminderstable WHERE serviceid = @ServiceId');
