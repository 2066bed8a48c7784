namespace Actors.Catalog.Scraping.Hosts;

/// <summary>
/// How fast one host may be asked. The pause between requests follows its answers: twice as long as they take, never shorter than its
/// Crawl-delay. When it refuses or fails it is left alone for as long as it says, or twice as long as last time.
/// </summary>
/// <param name="draw">A random number from 0 to 1; pauses after a refusal are lengthened a little, each differently.</param>
internal sealed class HostPace(Func<double> draw)
{
    /// <summary>Requests under way at once.</summary>
    public const int MostAtOnce = 2;

    private const double AnswerFactor = 2, MostJitter = 0.1;

    /// <summary>No pause is longer, whatever a host asks for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Between requests to a host that answers at once.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);

    /// <summary>Slow answers alone do not make it longer than this.</summary>
    public static readonly TimeSpan LongestForSlowness = TimeSpan.FromSeconds(30);

    /// <summary>After the first refusal (429, 503) that names no time.</summary>
    public static readonly TimeSpan FirstAfterRefusal = TimeSpan.FromSeconds(1);

    /// <summary>After the first failure.</summary>
    public static readonly TimeSpan FirstAfterFailure = TimeSpan.FromMilliseconds(250);

    /// <summary>A request whose end nobody reports counts as ended after this time.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    /// <summary>How long a caller is told to wait when only the number of requests is in the way.</summary>
    public static readonly TimeSpan Crowded = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<long, DateTimeOffset> _leases = [];
    private TimeSpan? _crawlDelay;
    private TimeSpan _backoff;
    private long _last;

    /// <summary>The pause between requests now, refusals apart.</summary>
    public TimeSpan Delay { get; private set; } = Shortest;

    /// <summary>Nobody may ask before.</summary>
    public DateTimeOffset Next { get; private set; }

    /// <summary>Requests under way.</summary>
    public int UnderWay => _leases.Count;

    /// <summary>A lease and no wait, or no lease (0) and how long to stay away.</summary>
    public (long Lease, TimeSpan Wait) Ask(DateTimeOffset now)
    {
        foreach (var (lease, end) in _leases)
        {
            if (end <= now)
                _leases.Remove(lease);
        }
        if (now < Next)
            return (0, WholeMilliseconds(Next - now));
        if (_leases.Count >= MostAtOnce)
            return (0, Crowded);
        // Not from 1 on: a lease that a lost activation gave is returned to this one, and must be nobody else's.
        _last = Math.Max(_last + 1, now.UtcTicks);
        _leases[_last] = now + LeaseTime;
        Next = now + Delay;
        return (_last, TimeSpan.Zero);
    }

    /// <summary>The end of a request; one that was counted as ended already still says something about the host.</summary>
    public void Return(long lease, HostReport report, DateTimeOffset now)
    {
        _leases.Remove(lease);
        _crawlDelay = report.CrawlDelay ?? _crawlDelay;
        if (report.Outcome == HostOutcome.Answered)
            Answered(report.Elapsed);
        var pause = report.Outcome is HostOutcome.Refused or HostOutcome.Failed ? Away(report) : Delay;
        if (report.Outcome != HostOutcome.NotAsked && now + pause > Next)
            Next = now + pause;
    }

    private void Answered(TimeSpan elapsed)
    {
        _backoff = TimeSpan.Zero;
        var target = Between(Shortest, elapsed * AnswerFactor, LongestForSlowness);
        // Up at once half of the way and down as well: one slow answer among many does not stop a run.
        Delay = Between(_crawlDelay ?? Shortest, (Delay + target) / 2, Longest);
    }

    private TimeSpan Away(HostReport report)
    {
        var first = report.Outcome == HostOutcome.Refused ? FirstAfterRefusal : FirstAfterFailure;
        _backoff = Between(first, _backoff * 2, Longest);
        Delay = Between(_crawlDelay ?? Shortest, Delay * 2, LongestForSlowness);
        var pause = report.RetryAfter > TimeSpan.Zero ? report.RetryAfter.Value : _backoff;
        return Between(Delay, pause < Longest ? pause * (1 + (MostJitter * draw())) : Longest, Longest);
    }

    // Timers count whole milliseconds: who waited a fraction less would come too early, again and again.
    private static TimeSpan WholeMilliseconds(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    private static TimeSpan Between(TimeSpan least, TimeSpan value, TimeSpan most) => value < least ? least : value > most ? most : value;
}
