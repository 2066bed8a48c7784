namespace Actors.Catalog.Scraping.Hosts;

/// <summary>
/// Caches the robots.txt of a site in memory. If the host does not serve the file, everything is forbidden until the next attempt, unless older rules
/// are cached.
/// </summary>
[CollectionAgeLimit(Minutes = IdleMinutes)]
internal sealed class RobotsGrain(RobotsFetcher robots, TimeProvider timeProvider) : Grain, IRobotsGrain
{
    /// <summary>Idle time before deactivation.</summary>
    public const double IdleMinutes = 60;

    /// <summary>Time after which the file is fetched again.</summary>
    public static readonly TimeSpan CacheTime = TimeSpan.FromHours(24);

    /// <summary>Time until the next attempt after a failure.</summary>
    public static readonly TimeSpan RetryInterval = TimeSpan.FromMinutes(1);

    private RobotsFile? _file;
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public async Task<RobotsAnswer> Ask(Uri url)
    {
        var failure = timeProvider.GetUtcNow() >= _next ? await FetchAsync() : null;
        if (_file is null)
            return new(RobotsVerdict.Unknown, null, failure);
        return new(_file.Allows(url) ? RobotsVerdict.Allowed : RobotsVerdict.Forbidden, _file.CrawlDelay, failure);
    }

    private async Task<HostReport?> FetchAsync()
    {
        var fetched = await robots.FetchAsync(new Uri(new Uri(this.GetPrimaryKeyString()), RobotsFile.Address), CancellationToken.None);
        _file = fetched.File ?? _file;
        _next = timeProvider.GetUtcNow() + (fetched.File is null ? RetryInterval : CacheTime);
        return fetched.Failure;
    }
}
