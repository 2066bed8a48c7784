namespace Actors.Catalog.Scraping.Hosts;

/// <summary>
/// Keeps the pace of one host in memory. A host that nobody asks for leaves it, but not while it has asked for a pause: then the activation
/// stays until the pause is over. A silo that dies takes the pace with it and the next one starts gently anew.
/// </summary>
[CollectionAgeLimit(Minutes = IdleMinutes)]
internal sealed class HostGrain(Chance chance, TimeProvider clock) : Grain, IHostGrain
{
    /// <summary>Longer than a lease lives, so that no lease is forgotten before its time.</summary>
    public const double IdleMinutes = 5;

    private readonly HostPace pace = new(chance.Draw);

    public Task<HostLease> Ask()
    {
        var (id, wait) = pace.Ask(clock.GetUtcNow());
        return Task.FromResult(new HostLease(id, wait));
    }

    public Task Return(long lease, HostReport report)
    {
        var now = clock.GetUtcNow();
        pace.Return(lease, report, now);
        if (pace.Next - now > TimeSpan.FromMinutes(IdleMinutes))
            DelayDeactivation(pace.Next - now);
        return Task.CompletedTask;
    }
}
