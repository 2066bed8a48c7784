using System.Collections.Immutable;
using Actors.Plumbing.Administration;
using Actors.Plumbing.Storage;
using Microsoft.Extensions.Logging;

namespace Actors.Administration.Settings;

/// <summary>
/// The values of all settings in this silo's memory, as one immutable snapshot. It is replaced when this silo stores a change, when the settings'
/// grain tells of one, and at a look at the rows every few seconds, which finds what nobody told.
/// </summary>
internal sealed partial class SettingValues(IEnumerable<Setting> settings, SettingStore store, IGrainFactory grains, TimeProvider timeProvider, ILogger<SettingValues> logger)
    : SiloLoop(BetweenLooks, timeProvider, logger), ISettingValues, ISettingWatcher
{
    /// <summary>How late a silo learns of a change that it was not told of.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    private ImmutableDictionary<string, Known>? _known;
    private ISettingWatcher? _self;

    /// <summary>Every declared setting by its key.</summary>
    public ImmutableSortedDictionary<string, Setting> Declared { get; } = settings.ToImmutableSortedDictionary(s => s.Key, s => s, StringComparer.Ordinal);

    public T Get<T>(Setting<T> setting)
        where T : notnull
    {
        var known = Volatile.Read(ref _known) ?? throw new StoreUnavailableException("The settings have not been read yet.");
        return known.TryGetValue(setting.Key, out var found) && found.Value is T value ? value : setting.Default;
    }

    public Task Changed(StoredSetting setting)
    {
        Take([setting]);
        return Task.CompletedTask;
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

    // Before the silo takes calls: no request sees a default where somebody has set something else.
    internal override async Task BeginAsync(CancellationToken cancellationToken) => Take(await store.AllAsync(cancellationToken));

    internal override async Task TickAsync(CancellationToken cancellationToken)
    {
        Take(await store.AllAsync(cancellationToken));
        _self ??= grains.CreateObjectReference<ISettingWatcher>(this);
        await grains.GetSettings().Watch(_self).WaitAsync(cancellationToken);
    }

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
