namespace Actors.Catalog.Scraping.Hosts;

/// <summary>
/// Keeps the pace of one host in memory. A host that nobody asks for leaves it, but not while it has asked for a pause: then the activation
/// stays until the pause is over. A silo that dies takes the pace with it and the next one starts gently anew.
/// </summary>
[CollectionAgeLimit(Minutes = IdleMinutes)]
internal sealed class HostGrain(Chance chance, TimeProvider timeProvider) : Grain, IHostGrain
{
    /// <summary>Longer than a lease lives, so that no lease is forgotten before its time.</summary>
    public const double IdleMinutes = 5;

    private readonly HostPace _pace = new(chance.Draw);

    public Task<HostLease> Ask()
    {
        var (id, wait) = _pace.Ask(timeProvider.GetUtcNow());
        return Task.FromResult(new HostLease(id, wait));
    }

    public Task Return(long lease, HostReport report)
    {
        var now = timeProvider.GetUtcNow();
        _pace.Return(lease, report, now);
        if (_pace.Next - now > TimeSpan.FromMinutes(IdleMinutes))
            DelayDeactivation(_pace.Next - now);
        return Task.CompletedTask;
    }
}
