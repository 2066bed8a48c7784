using System.Collections.Immutable;

namespace Actors.Catalog.Scraping.Hosts;

/// <summary>What a robots.txt says to one crawler (RFC 9309): the rules of all its groups, or else those of the groups for everybody.</summary>
/// <param name="Rules">The rules, in no order that matters.</param>
/// <param name="CrawlDelay">The pause between requests that the site asks for; a hint outside the RFC, null when there is none.</param>
internal sealed record RobotsFile(ImmutableArray<RobotsRule> Rules, TimeSpan? CrawlDelay)
{
    /// <summary>So much of a file is read, and no more; the RFC asks for at least this.</summary>
    public const int MostBytes = 500 * 1024;

    /// <summary>Where a site keeps it; this address itself may always be fetched.</summary>
    public const string Address = "/robots.txt";

    /// <summary>No rules: everything may be fetched.</summary>
    public static readonly RobotsFile Empty = new([], null);

    /// <summary>Reads the bytes of a file. There is no wrong file: lines that say nothing known are passed over.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="product">Our product token, without version.</param>
    public static RobotsFile Parse(ReadOnlySpan<byte> bytes, string product)
    {
        var (ours, everybodys) = (new RobotsGroup(), new RobotsGroup());
        var (forUs, forAll, inRules) = (false, false, false);
        foreach (var line in RobotsLine.Read(bytes))
        {
            if (line.Kind == RobotsLineKind.UserAgent)
            {
                (forUs, forAll) = inRules ? (false, false) : (forUs, forAll);
                inRules = false;
                forAll |= line.IsForEverybody;
                forUs |= line.Product.Equals(product, StringComparison.OrdinalIgnoreCase);
                ours.Named |= forUs;
                continue;
            }
            // A pause, like any line outside the RFC, does not end the list of crawlers that a group is for.
            inRules |= line.Kind != RobotsLineKind.CrawlDelay;
            if (forUs)
                ours.Add(line);
            if (forAll)
                everybodys.Add(line);
        }
        return (ours.Named ? ours : everybodys).ToFile();
    }

    /// <summary>True when this address may be fetched: the longest rule decides, of equal ones the one that allows.</summary>
    public bool Allows(Uri url)
    {
        var path = RobotsPath.OfAddress(url);
        if (path == Address)
            return true;
        RobotsRule? best = null;
        foreach (var rule in Rules)
        {
            if (IsBetter(rule, best) && rule.Matches(path))
                best = rule;
        }
        return best?.Allows ?? true;
    }

    private static bool IsBetter(RobotsRule rule, RobotsRule? best) =>
        best is null || rule.Length > best.Length || (rule.Length == best.Length && rule.Allows && !best.Allows);
}
