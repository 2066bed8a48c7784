using System.Collections.Immutable;
using Actors.Core.Administration;
using Actors.Persistence;
using Microsoft.Extensions.Logging;

namespace Actors.Administration.Settings;

/// <summary>
/// The values of all settings as one immutable in-memory snapshot. It is replaced when this silo stores a change. Changes of other silos are found by
/// polling every few seconds, because they are too rare to justify notifications.
/// </summary>
internal sealed partial class SettingValues(IEnumerable<Setting> settings, SettingStore store, TimeProvider timeProvider, ILogger<SettingValues> logger)
    : SiloLoop(PollInterval, timeProvider, logger), ISettingValues
{
    /// <summary>The longest delay until a silo sees a change of another silo.</summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    private ImmutableDictionary<string, Known>? _known;

    /// <summary>Every declared setting by its key.</summary>
    public ImmutableSortedDictionary<string, Setting> Declared { get; } = settings.ToImmutableSortedDictionary(s => s.Key, s => s, StringComparer.Ordinal);

    public T Get<T>(Setting<T> setting)
        where T : notnull
    {
        var known = Volatile.Read(ref _known) ?? throw new StoreUnavailableException("The settings have not been read yet.");
        return known.TryGetValue(setting.Key, out var found) && found.Value is T value ? value : setting.Default;
    }

    /// <summary>Adds stored values to the snapshot unless it has newer ones.</summary>
    public void Apply(IReadOnlyCollection<StoredSetting> stored)
    {
        var read = stored.Select(s => KeyValuePair.Create(s.Key, new Known(s.Version, ValueOf(s)))).ToList();
        ImmutableInterlocked.Update(ref _known, static (known, changes) =>
        {
            var next = (known ?? ImmutableDictionary<string, Known>.Empty).ToBuilder();
            foreach (var (key, value) in changes.Where(n => next.GetValueOrDefault(n.Key) is not { } old || old.Version < n.Value.Version)) next[key] = value;
            return next.ToImmutable();
        }, read);
    }

    // Reads all values before the silo accepts calls, so that no request sees the default of a changed setting.
    internal override Task BeginAsync(CancellationToken cancellationToken) => TickAsync(cancellationToken);

    internal override async Task TickAsync(CancellationToken cancellationToken) => Apply(await store.AllAsync(cancellationToken));

    // A value that another version of the program stored may not be valid here; the default is used then.
    private object? ValueOf(StoredSetting stored)
    {
        if (!Declared.TryGetValue(stored.Key, out var setting)) return null;
        var reading = setting.Read(stored.Text);
        if (reading.Fault is not null) LogUnusable(stored.Key, stored.Version, reading.Fault);
        return reading.Value;
    }

    private sealed record Known(long Version, object? Value);
}
