using System.Text.Json.Nodes;
using Actors.Core.Administration;

namespace Actors.Administration.Settings;

/// <summary>Stores changes of settings one after another. It has no state in memory.</summary>
internal sealed class SettingsGrain(SettingStore store, TimeProvider timeProvider) : Grain, ISettingsGrain
{
    /// <summary>Maximum number of characters of a value in the audit log.</summary>
    private const int MaxShown = 200;

    public async Task<StoredSetting> Set(SettingChange change)
    {
        var stored = await store.FindAsync(change.Key);
        if (stored?.Text == change.Text) return stored;
        var next = new StoredSetting(change.Key, change.Text, (stored?.Version ?? 0) + 1, timeProvider.GetUtcNow(), change.UserId);
        var old = stored?.Text ?? change.DefaultText;
        await store.CommitAsync(next, old, change.RequestId, Line(next, old, change.RequestId));
        return next;
    }

    // The operation id identifies the change, so a retry writes no second line.
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

    private static string Short(string text) => text.Length <= MaxShown ? text : $"{text[..MaxShown]}…";
}
