namespace Actors.Catalog.Scraping.Hosts;

/// <summary>
/// Throttles requests to one host. The delay between requests is twice the response time, at least the Crawl-delay. After a refusal or failure the
/// pause is as long as the host asks, or else twice the previous pause.
/// </summary>
/// <param name="nextRandom">Returns a random number from 0 to 1, for jitter on pauses.</param>
internal sealed class HostThrottle(Func<double> nextRandom)
{
    /// <summary>Maximum number of concurrent requests.</summary>
    public const int MaxAtOnce = 2;

    private const double ResponseFactor = 2, MaxJitter = 0.1;

    /// <summary>Maximum pause, even if a host asks for more.</summary>
    public static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(15);

    /// <summary>Minimum delay between requests.</summary>
    public static readonly TimeSpan MinDelay = TimeSpan.FromMilliseconds(20);

    /// <summary>Maximum delay caused by slow responses.</summary>
    public static readonly TimeSpan MaxSlowDelay = TimeSpan.FromSeconds(30);

    /// <summary>Pause after the first refusal (429, 503) without Retry-After.</summary>
    public static readonly TimeSpan RefusalPause = TimeSpan.FromSeconds(1);

    /// <summary>Pause after the first failure.</summary>
    public static readonly TimeSpan FailurePause = TimeSpan.FromMilliseconds(250);

    /// <summary>A lease that is not returned expires after this time.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    /// <summary>Time to wait when the maximum of concurrent requests is reached.</summary>
    public static readonly TimeSpan BusyWait = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<long, DateTimeOffset> _leases = [];
    private TimeSpan? _crawlDelay;
    private TimeSpan _backoff;
    private long _last;

    /// <summary>The current delay between requests, except after a refusal.</summary>
    public TimeSpan Delay { get; private set; } = MinDelay;

    /// <summary>No request may start before this time.</summary>
    public DateTimeOffset Next { get; private set; }

    /// <summary>A lease without a wait, or no lease (0) and the time to wait.</summary>
    public (long Lease, TimeSpan Wait) Acquire(DateTimeOffset now)
    {
        foreach (var (lease, end) in _leases)
        {
            if (end <= now)
                _leases.Remove(lease);
        }
        if (now < Next)
            return (0, WholeMilliseconds(Next - now));
        if (_leases.Count >= MaxAtOnce)
            return (0, BusyWait);
        // Lease ids start at the current time: a lease of a lost activation may be returned here and must not match a newer one.
        _last = Math.Max(_last + 1, now.UtcTicks);
        _leases[_last] = now + LeaseTime;
        Next = now + Delay;
        return (_last, TimeSpan.Zero);
    }

    /// <summary>Ends a request. The report of an expired lease still counts.</summary>
    public void Return(long lease, HostReport report, DateTimeOffset now)
    {
        _leases.Remove(lease);
        _crawlDelay = report.CrawlDelay ?? _crawlDelay;
        if (report.Outcome == HostOutcome.Answered)
            OnAnswered(report.Elapsed);
        var pause = report.Outcome is HostOutcome.Refused or HostOutcome.Failed ? BackOff(report) : Delay;
        if (report.Outcome != HostOutcome.NotAsked && now + pause > Next)
            Next = now + pause;
    }

    private void OnAnswered(TimeSpan elapsed)
    {
        _backoff = TimeSpan.Zero;
        var target = Clamp(MinDelay, elapsed * ResponseFactor, MaxSlowDelay);
        // Moves halfway to the target: one slow response does not stall a run.
        Delay = Clamp(_crawlDelay ?? MinDelay, (Delay + target) / 2, MaxPause);
    }

    private TimeSpan BackOff(HostReport report)
    {
        var first = report.Outcome == HostOutcome.Refused ? RefusalPause : FailurePause;
        _backoff = Clamp(first, _backoff * 2, MaxPause);
        Delay = Clamp(_crawlDelay ?? MinDelay, Delay * 2, MaxSlowDelay);
        var pause = report.RetryAfter > TimeSpan.Zero ? report.RetryAfter.Value : _backoff;
        return Clamp(Delay, pause < MaxPause ? pause * (1 + (MaxJitter * nextRandom())) : MaxPause, MaxPause);
    }

    // Timers count whole milliseconds; a shorter wait would end too early.
    private static TimeSpan WholeMilliseconds(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    private static TimeSpan Clamp(TimeSpan least, TimeSpan value, TimeSpan most) => value < least ? least : value > most ? most : value;
}
