using System.Collections.Immutable;
using Actors.Core.Administration;
using Actors.Persistence;
using Microsoft.Extensions.Logging;

namespace Actors.Administration.Settings;

/// <summary>
/// The values of all settings in this silo's memory, as one immutable snapshot. It is replaced when this silo stores a change, and at a look at the
/// rows every few seconds, which finds the changes of other silos: they are few and rare, so that telling silos of them is not worth a mechanism.
/// </summary>
internal sealed partial class SettingValues(IEnumerable<Setting> settings, SettingStore store, TimeProvider timeProvider, ILogger<SettingValues> logger)
    : SiloLoop(BetweenLooks, timeProvider, logger), ISettingValues
{
    /// <summary>How late a silo learns of a change that another silo stored.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    private ImmutableDictionary<string, Known>? _known;

    /// <summary>Every declared setting by its key.</summary>
    public ImmutableSortedDictionary<string, Setting> Declared { get; } = settings.ToImmutableSortedDictionary(s => s.Key, s => s, StringComparer.Ordinal);

    public T Get<T>(Setting<T> setting)
        where T : notnull
    {
        var known = Volatile.Read(ref _known) ?? throw new StoreUnavailableException("The settings have not been read yet.");
        return known.TryGetValue(setting.Key, out var found) && found.Value is T value ? value : setting.Default;
    }

    /// <summary>Takes over what was stored, unless something newer is known.</summary>
    public void Take(IReadOnlyCollection<StoredSetting> stored)
    {
        var read = stored.Select(s => KeyValuePair.Create(s.Key, new Known(s.Version, ValueOf(s)))).ToList();
        ImmutableInterlocked.Update(ref _known, static (known, news) =>
        {
            var next = (known ?? ImmutableDictionary<string, Known>.Empty).ToBuilder();
            foreach (var (key, value) in news.Where(n => next.GetValueOrDefault(n.Key) is not { } old || old.Version < n.Value.Version)) next[key] = value;
            return next.ToImmutable();
        }, read);
    }

    // Before the silo takes calls: no request sees the default of a setting that has been changed.
    internal override Task BeginAsync(CancellationToken cancellationToken) => TickAsync(cancellationToken);

    internal override async Task TickAsync(CancellationToken cancellationToken) => Take(await store.AllAsync(cancellationToken));

    // A value of another version of the program may be none for this one: the default holds then.
    private object? ValueOf(StoredSetting stored)
    {
        if (!Declared.TryGetValue(stored.Key, out var setting)) return null;
        var reading = setting.Read(stored.Text);
        if (reading.Fault is not null) LogUnusable(stored.Key, stored.Version, reading.Fault);
        return reading.Value;
    }

    private sealed record Known(long Version, object? Value);
}
