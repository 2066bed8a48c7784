namespace Actors.Catalog.Scraping.Hosts;

/// <summary>
/// Throttles requests to one host, in memory. An idle host is deactivated, but not before a requested pause is over. If the silo fails, the state is
/// lost and the next activation starts slowly.
/// </summary>
[CollectionAgeLimit(Minutes = IdleMinutes)]
internal sealed class HostGrain(RandomSource random, TimeProvider timeProvider) : Grain, IHostGrain
{
    /// <summary>Longer than the lifetime of a lease, so that no active lease is lost.</summary>
    public const double IdleMinutes = 5;

    private readonly HostThrottle _throttle = new(random.Next);

    public Task<HostLease> Ask()
    {
        var (id, wait) = _throttle.Acquire(timeProvider.GetUtcNow());
        return Task.FromResult(new HostLease(id, wait));
    }

    public Task Return(long lease, HostReport report)
    {
        var now = timeProvider.GetUtcNow();
        _throttle.Return(lease, report, now);
        if (_throttle.Next - now > TimeSpan.FromMinutes(IdleMinutes))
            DelayDeactivation(_throttle.Next - now);
        return Task.CompletedTask;
    }
}
