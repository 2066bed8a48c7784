namespace Actors.Catalog.Scraping.Hosts;

/// <summary>
/// Keeps what a site's robots.txt says to us, in memory. A file that cannot be had because of the host forbids everything until it is asked
/// for again, except that rules known before hold on.
/// </summary>
[CollectionAgeLimit(Minutes = IdleMinutes)]
internal sealed class RobotsGrain(RobotsFetcher robots, TimeProvider timeProvider) : Grain, IRobotsGrain
{
    /// <summary>Sites that nobody asks about leave memory.</summary>
    public const double IdleMinutes = 60;

    /// <summary>Rules are asked for again after this time.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>Next try for a file that could not be had.</summary>
    public static readonly TimeSpan TriedAgainAfter = TimeSpan.FromMinutes(1);

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
        _next = timeProvider.GetUtcNow() + (fetched.File is null ? TriedAgainAfter : KeptFor);
        return fetched.Failure;
    }
}
