using System.Data.Common;
using System.Globalization;
using System.Text;
using Actors.Plumbing.Storage.Moving;
using Dapper;

namespace Actors.Cluster.State;

/// <summary>Moves state and reminders between Orleans' own tables and those of the single-process build.</summary>
internal sealed class OrleansTables(StateNames names) : IOwnTables
{
    private const string UnpackReminders = """
        INSERT INTO reminders (grain_id, name, grain_hash, start_at, period_ms, etag)
        SELECT grainid, remindername, grainhash::bigint & 4294967295, (extract(epoch FROM starttime) * 1000)::bigint, period, version::text
        FROM orleansreminderstable WHERE serviceid = @service
        """;

    private const string PackReminders = """
        INSERT INTO orleansreminderstable (serviceid, grainid, remindername, starttime, period, grainhash, version)
        SELECT @service, grain_id, name, to_timestamp(start_at / 1000.0), period_ms, ((grain_hash << 32) >> 32)::integer, 0 FROM reminders
        """;

    private const string ReadState = """
        SELECT graintypestring AS name, grainidn0 AS first, grainidn1 AS second, grainidextensionstring AS text, payloadbinary AS document,
            version::bigint AS version FROM orleansstorage WHERE serviceid = @service AND payloadbinary IS NOT NULL
        """;

    // Its statements find rows by name and key; the hashes are not used.
    private const string WriteState = """
        INSERT INTO orleansstorage (grainidhash, grainidn0, grainidn1, graintypehash, graintypestring, grainidextensionstring, serviceid,
            payloadbinary, modifiedon, version)
        VALUES (0, @First, @Second, 0, @Name, @Text, @service, @Document, now() AT TIME ZONE 'utc', @Version::integer)
        """;

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["orleansquery", "orleansstorage", "orleansreminderstable"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Rows { get; } = ["orleansstorage", "orleansreminderstable"];

    /// <inheritdoc/>
    public async Task UnpackAsync(DbTransaction transaction, CancellationToken ct)
    {
        var database = transaction.Connection!;
        await database.ExecuteAsync(Command("DELETE FROM grain_state; DELETE FROM reminders", null));
        await database.ExecuteAsync(Command(UnpackReminders, new { service = ClusterSettings.ServiceId }));
        foreach (var row in await database.QueryAsync<StateRow>(Command(ReadState, new { service = ClusterSettings.ServiceId })))
        {
            var key = $"{row.Name}/{names.GrainOf(row.Name)}/{new StateKey(row.First, row.Second, row.Text)}";
            var values = new { key, row.Version, document = Encoding.UTF8.GetString(row.Document) };
            await database.ExecuteAsync(Command("INSERT INTO grain_state (key, version, document) VALUES (@key, @Version, @document)", values));
        }

        CommandDefinition Command(string sql, object? args) => new(sql, args, transaction, cancellationToken: ct);
    }

    /// <inheritdoc/>
    public async Task PackAsync(DbTransaction transaction, CancellationToken ct)
    {
        var database = transaction.Connection!;
        await database.ExecuteAsync(Command(PackReminders, new { service = ClusterSettings.ServiceId }));
        foreach (var (name, version, document) in await database.QueryAsync<(string, long, string)>(Command("SELECT key, version, document FROM grain_state", null)))
        {
            var (state, grain) = name.Split('/', 2) is [var first, var rest] ? (first, GrainId.Parse(rest, CultureInfo.InvariantCulture)) : throw new FormatException($"\"{name}\" is no key of a state.");
            var key = StateKey.Of(grain);
            var values = new { key.First, key.Second, key.Text, Name = state, Document = Encoding.UTF8.GetBytes(document), Version = version, service = ClusterSettings.ServiceId };
            await database.ExecuteAsync(Command(WriteState, values));
        }

        await database.ExecuteAsync(Command("DELETE FROM grain_state; DELETE FROM reminders", null));

        CommandDefinition Command(string sql, object? args) => new(sql, args, transaction, cancellationToken: ct);
    }

    private sealed record StateRow(string Name, long First, long Second, string? Text, byte[] Document, long Version);
}
