using System.Collections.Immutable;
using System.Globalization;

namespace Actors.Catalog.Scraping.Hosts;

/// <summary>Collects the rules of all groups for one crawler.</summary>
internal sealed class RobotsGroup
{
    private readonly ImmutableArray<RobotsRule>.Builder _rules = ImmutableArray.CreateBuilder<RobotsRule>();
    private TimeSpan? _delay;

    /// <summary>A longer Crawl-delay is reduced to this.</summary>
    public static TimeSpan MaxDelay { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the file names this crawler.</summary>
    public bool Named { get; set; }

    public void Add(RobotsLine line)
    {
        if (line.Kind == RobotsLineKind.CrawlDelay)
            _delay = Longest(_delay, line.Value);
        else if (line.Value.Length > 0)
            _rules.Add(new(line.Kind == RobotsLineKind.Allow, line.Value));
    }

    public RobotsFile ToFile() => new(_rules.ToImmutable(), _delay);

    private static TimeSpan? Longest(TimeSpan? known, string value)
    {
        if (!double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            return known;
        var delay = TimeSpan.FromSeconds(Math.Min(seconds, MaxDelay.TotalSeconds));
        return known > delay ? known : delay;
    }
}
