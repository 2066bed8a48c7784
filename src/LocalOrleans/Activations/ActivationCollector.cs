using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>
/// Collects idle activations by looking at all of them once per quantum. Use is stamped with the time of the last look,
/// which costs a call one store; so an activation lives at most one quantum longer than its age limit.
/// </summary>
internal sealed class ActivationCollector : IDisposable
{
    private readonly GrainCollectionOptions _options;
    private readonly TimeProvider _clock;
    private readonly long _started;
    private ITimer? _timer;
    private long _now;

    public ActivationCollector(
        IOptions<GrainCollectionOptions> options,
        [FromKeyedServices(TimeProviderNames.ActivationManagement)] TimeProvider clock)
    {
        _options = options.Value;
        if (_options.CollectionAge <= _options.CollectionQuantum)
        {
            throw new OrleansConfigurationException(
                $"{nameof(GrainCollectionOptions.CollectionAge)} must be greater than {nameof(GrainCollectionOptions.CollectionQuantum)}.");
        }

        _clock = clock;
        _started = clock.GetTimestamp();
    }

    /// <summary>Milliseconds since the start, as of the last look.</summary>
    public long Now => Volatile.Read(ref _now);

    public void Start(Func<IEnumerable<Activation>> all) =>
        _timer = _clock.CreateTimer(_ => Look(all()), null, _options.CollectionQuantum, _options.CollectionQuantum);

    public long AgeLimitOf(Type type)
    {
        if (type.IsDefined(typeof(KeepAliveAttribute), inherit: true))
        {
            return long.MaxValue;
        }

        var limit = _options.ClassSpecificCollectionAge.TryGetValue(type.FullName ?? type.Name, out var configured)
            ? configured
            : AgeOf(type) ?? _options.CollectionAge;
        return limit == Timeout.InfiniteTimeSpan ? long.MaxValue : (long)limit.TotalMilliseconds;
    }

    public void Dispose() => _timer?.Dispose();

    private static TimeSpan? AgeOf(Type type) =>
        Attribute.GetCustomAttribute(type, typeof(CollectionAgeLimitAttribute)) is CollectionAgeLimitAttribute age
            ? age.AlwaysActive ? Timeout.InfiniteTimeSpan : age.AgeLimit
            : null;

    private void Look(IEnumerable<Activation> activations)
    {
        var now = (long)_clock.GetElapsedTime(_started).TotalMilliseconds;
        foreach (var activation in activations)
        {
            activation.CollectIfIdle(now - (long)_options.CollectionQuantum.TotalMilliseconds);
        }

        Volatile.Write(ref _now, now);
    }
}
