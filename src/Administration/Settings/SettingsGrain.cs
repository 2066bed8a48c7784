using System.Text.Json.Nodes;
using Actors.Plumbing.Administration;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace Actors.Administration.Settings;

/// <summary>Stores settings, one change after another, and tells silos what was stored. Keeps nothing in memory but who has to be told.</summary>
internal sealed class SettingsGrain(SettingStore store, TimeProvider timeProvider, ILogger<SettingsGrain> logger) : Grain, ISettingsGrain
{
    /// <summary>How long a silo is told without asking again.</summary>
    public static readonly TimeSpan WatchTime = TimeSpan.FromMinutes(1);

    /// <summary>Characters of a value that the audit log shows.</summary>
    private const int Shown = 200;

    private readonly ObserverManager<ISettingWatcher> _watchers = new(WatchTime, logger);

    public Task Watch(ISettingWatcher watcher)
    {
        _watchers.Subscribe(watcher, watcher);
        return Task.CompletedTask;
    }

    public async Task<StoredSetting> Set(SettingChange change)
    {
        var stored = await store.FindAsync(change.Key);
        if (stored?.Text == change.Text) return stored;
        var next = new StoredSetting(change.Key, change.Text, (stored?.Version ?? 0) + 1, timeProvider.GetUtcNow(), change.UserId);
        await store.CommitAsync(next, stored?.Text ?? change.DefaultText, change.RequestId, Line(next, stored?.Text ?? change.DefaultText, change.RequestId));
        await _watchers.Notify(watcher => watcher.Changed(next));
        return next;
    }

    // The operation is the change itself: asked twice, it has one line.
    private static AuditLine Line(StoredSetting next, string old, string? requestId) => new AuditLine
    {
        Operation = $"setting/{next.Key}/{next.Version}",
        At = next.At,
        Action = "setting.changed",
        ObjectType = "setting",
        ObjectId = next.Key,
        UserId = next.UserId,
        RequestId = requestId,
    }.With(new JsonObject { ["version"] = next.Version, ["old"] = Short(old), ["new"] = Short(next.Text) });

    private static string Short(string text) => text.Length <= Shown ? text : $"{text[..Shown]}…";
}
