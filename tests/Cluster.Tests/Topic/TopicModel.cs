using System.Globalization;
using System.Text.Json.Nodes;
using Actors.Cluster.Tests.Kit;
using Npgsql;

namespace Actors.Cluster.Tests.Topic;

/// <summary>The expected rows if each record is applied once and in order per key. Also creates such records.</summary>
internal sealed class TopicModel(Random random)
{
    private const int Keys = 400;

    // One record in ten is a deletion.
    private const int DeletionIn = 10;

    private static readonly DateTimeOffset s_first = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Dictionary<Guid, (string? Name, DateTimeOffset ChangedAt, long Writes)> _events = [];
    private int _created;

    /// <summary>The expected rows by event: the name, null if deleted, and the number of writes.</summary>
    public Dictionary<Guid, (string? Name, long Writes)> Rows => _events.ToDictionary(e => e.Key, e => (e.Value.Name, e.Value.Writes));

    /// <summary>Creates the next record.</summary>
    public (string Key, string? Value) Next()
    {
        var id = new Guid(random.Next(Keys) + 1, 0, 0, new byte[8]);
        var name = $"Событие {++_created}";
        var changedAt = s_first.AddMinutes(random.Next(100_000));
        var known = _events.TryGetValue(id, out var row);
        if (random.Next(DeletionIn) == 0)
        {
            if (!known || row.Name is not null) _events[id] = (null, default, row.Writes + 1);
            return ($"{id}", null);
        }

        if (!known || row.Name is null || row.ChangedAt <= changedAt) _events[id] = (name, changedAt, row.Writes + 1);
        return ($"{id}", new JsonObject
        {
            ["id"] = $"{id}",
            ["name"] = name,
            ["event_time"] = "2031-01-01T18:00:00+03:00",
            ["status"] = "open",
            ["changed_at"] = changedAt.ToString("O", CultureInfo.InvariantCulture),
        }.ToJsonString());
    }

    /// <summary>The rows in the database.</summary>
    public static async Task<Dictionary<Guid, (string? Name, long Writes)>> StoredAsync(ClusterServers servers)
    {
        await using var source = NpgsqlDataSource.Create(servers.Database.ConnectionString);
        await using var reader = await source.CreateCommand("SELECT key, deleted_at IS NOT NULL, name, version FROM provider_events").ExecuteReaderAsync();
        Dictionary<Guid, (string?, long)> rows = [];
        while (await reader.ReadAsync())
            rows.Add(Guid.Parse(reader.GetString(0)), (reader.GetBoolean(1) ? null : reader.GetString(2), reader.GetInt64(3)));
        return rows;
    }
}
