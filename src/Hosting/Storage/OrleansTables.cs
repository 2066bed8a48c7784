using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Actors.Hosting.Membership;
using Actors.Persistence.Dump;
using Dapper;

namespace Actors.Hosting.Storage;

/// <summary>Converts between Orleans' tables on PostgreSQL and the tables of SQLite, which exports contain.</summary>
internal sealed class OrleansTables(StateGrainTypes grainTypes) : IOwnTables
{
    private const string States = "grain_state";
    private const string Reminders = "reminders";

    /// <summary>States read per query.</summary>
    private const int PageSize = 500;

    private const string ReadReminders = """
        SELECT grainid AS grain, remindername AS name, grainhash::bigint & 4294967295 AS hash, (extract(epoch FROM starttime) * 1000)::bigint AS start,
            period::bigint AS period, version::text AS etag FROM orleansreminderstable WHERE serviceid = @service
        """;

    private const string PackReminders = """
        INSERT INTO orleansreminderstable (serviceid, grainid, remindername, starttime, period, grainhash, version)
        SELECT @service, grain_id, name, to_timestamp(start_at / 1000.0), period_ms, ((grain_hash << 32) >> 32)::integer, 0 FROM reminders
        """;

    private const string ReadState = """
        SELECT graintypestring AS name, grainidn0 AS first, grainidn1 AS second, grainidextensionstring AS text, payloadbinary AS document,
            version::bigint AS version FROM orleansstorage WHERE serviceid = @service AND payloadbinary IS NOT NULL
        """;

    private const string ReadPage = "SELECT key, version, document FROM grain_state WHERE key > @after ORDER BY key LIMIT @PageSize";

    // Orleans' statements find rows by name and key; the hash columns may be 0.
    private const string WriteState = """
        INSERT INTO orleansstorage (grainidhash, grainidn0, grainidn1, graintypehash, graintypestring, grainidextensionstring, serviceid,
            payloadbinary, modifiedon, version)
        VALUES (0, @First, @Second, 0, @Name, @Text, @service, @Document, now() AT TIME ZONE 'utc', @Version::integer)
        """;

    public IReadOnlyList<string> Names { get; } = ["orleansquery", "orleansstorage", "orleansreminderstable"];

    public IReadOnlyList<string> Rows { get; } = ["orleansstorage", "orleansreminderstable"];

    public IReadOnlyList<string> Common { get; } = [States, Reminders];

    public IAsyncEnumerable<DumpRow> RowsAsync(DbTransaction transaction, string common, CancellationToken cancellationToken) =>
        common == States ? StatesAsync(transaction, cancellationToken) : RemindersAsync(transaction, cancellationToken);

    public async Task PackAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        var database = transaction.Connection!;
        await database.ExecuteAsync(Command(PackReminders, new { service = ClusterSettings.ServiceId }));
        List<(string Key, long Version, string Document)> page;
        for (var after = ""; (page = [.. await PageAsync(after)]).Count > 0; after = page[^1].Key)
        {
            foreach (var (key, version, document) in page) await database.ExecuteAsync(Command(WriteState, ValuesOf(key, version, document)));
        }

        await database.ExecuteAsync(Command("DELETE FROM grain_state; DELETE FROM reminders", null));

        Task<IEnumerable<(string Key, long Version, string Document)>> PageAsync(string after) =>
            database.QueryAsync<(string, long, string)>(Command(ReadPage, new { after, PageSize }));

        CommandDefinition Command(string sql, object? args) => new(sql, args, transaction, commandTimeout: 0, cancellationToken: cancellationToken);
    }

    private static object ValuesOf(string name, long version, string document)
    {
        var (state, grain) = name.Split('/', 2) is [var first, var rest] ? (first, GrainId.Parse(rest, CultureInfo.InvariantCulture)) : throw new FormatException($"\"{name}\" is not the key of a state.");
        var key = StateKey.Of(grain);
        return new { key.First, key.Second, key.Text, Name = state, Document = Encoding.UTF8.GetBytes(document), Version = version, service = ClusterSettings.ServiceId };
    }

    private async IAsyncEnumerable<DumpRow> StatesAsync(DbTransaction transaction, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in Stream<StateRow>(transaction, ReadState).WithCancellation(cancellationToken))
        {
            yield return new DumpRow(States, new JsonObject
            {
                ["key"] = $"{row.Name}/{grainTypes.Of(row.Name)}/{new StateKey(row.First, row.Second, row.Text)}",
                ["version"] = row.Version,
                ["document"] = Encoding.UTF8.GetString(row.Document),
            });
        }
    }

    private static async IAsyncEnumerable<DumpRow> RemindersAsync(DbTransaction transaction, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in Stream<ReminderRow>(transaction, ReadReminders).WithCancellation(cancellationToken))
        {
            yield return new DumpRow(Reminders, new JsonObject
            {
                ["grain_id"] = row.Grain,
                ["name"] = row.Name,
                ["grain_hash"] = row.Hash,
                ["start_at"] = row.Start,
                ["period_ms"] = row.Period,
                ["etag"] = row.Etag,
            });
        }
    }

    private static IAsyncEnumerable<T> Stream<T>(DbTransaction transaction, string sql) =>
        transaction.Connection!.QueryUnbufferedAsync<T>(sql, new { service = ClusterSettings.ServiceId }, transaction, commandTimeout: 0);

    private sealed record StateRow(string Name, long First, long Second, string? Text, byte[] Document, long Version);

    private sealed record ReminderRow(string Grain, string Name, long Hash, long Start, long Period, string Etag);
}
