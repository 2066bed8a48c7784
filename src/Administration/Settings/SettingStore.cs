using Actors.Core.Administration;
using Actors.Persistence;
using Actors.Persistence.Outbox;

namespace Actors.Administration.Settings;

/// <summary>Reads and writes the rows of settings and their changes.</summary>
internal sealed class SettingStore(IRowStore rows, IDatabase database)
{
    private static readonly RowKind<StoredSetting> s_settings = new("settings", StoredJson.TypeInfo<StoredSetting>());

    private static readonly ChildKind<SettingVersion> s_changes = new("setting_changes", ["key", "version"],
        new("key", ColumnType.Text, c => c.Key),
        new("version", ColumnType.Integer, c => c.Version),
        new("at", ColumnType.Integer, c => c.At),
        new("user_id", ColumnType.Integer, c => c.UserId),
        new("request_id", ColumnType.Text, c => c.RequestId),
        new("old_value", ColumnType.Text, c => c.OldValue),
        new("new_value", ColumnType.Text, c => c.NewValue));

    /// <summary>A stored setting; null if it was never changed.</summary>
    public async Task<StoredSetting?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        (await rows.ReadAsync(s_settings, key, cancellationToken))?.State;

    /// <summary>All stored settings.</summary>
    public async Task<IReadOnlyList<StoredSetting>> AllAsync(CancellationToken cancellationToken)
    {
        var documents = await database.QueryAsync<string>("SELECT document FROM settings", null, cancellationToken);
        return [.. documents.Select(d => System.Text.Json.JsonSerializer.Deserialize(d, StoredJson.TypeInfo<StoredSetting>())!)];
    }

    /// <summary>Stores a change, its history and its audit line together.</summary>
    public Task CommitAsync(StoredSetting next, string old, string? requestId, AuditLine line) => rows.CommitAsync(new WriteSet()
        .Put(s_settings, next.Key, next, next.Version == 1 ? null : next.Version - 1)
        .Upsert(s_changes, new SettingVersion { Key = next.Key, Version = next.Version, At = next.At, UserId = next.UserId, RequestId = requestId, OldValue = old, NewValue = next.Text })
        .Audit(line));

    /// <summary>One page of a setting's changes, newest first, and their total count.</summary>
    public async Task<(IReadOnlyList<SettingVersion> Page, long Total)> HistoryAsync(string key, int limit, long offset, CancellationToken cancellationToken)
    {
        var total = await database.QueryAsync<long>("SELECT COUNT(*) FROM setting_changes WHERE key = @key", new { key }, cancellationToken);
        var page = await database.QueryAsync<SettingVersion>(
            "SELECT key, version, at, user_id, request_id, old_value, new_value FROM setting_changes WHERE key = @key ORDER BY version DESC LIMIT @limit OFFSET @offset",
            new { key, limit, offset }, cancellationToken);
        return (page, total[0]);
    }
}

/// <summary>One change of a setting.</summary>
internal sealed record SettingVersion
{
    public string Key { get; init; } = "";

    public long Version { get; init; }

    public DateTimeOffset At { get; init; }

    public long? UserId { get; init; }

    public string? RequestId { get; init; }

    /// <summary>The value before the change, or the default.</summary>
    public string OldValue { get; init; } = "";

    public string NewValue { get; init; } = "";
}
