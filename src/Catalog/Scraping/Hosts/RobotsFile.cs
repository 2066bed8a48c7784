using System.Collections.Immutable;

namespace Actors.Catalog.Scraping.Hosts;

/// <summary>The rules of a robots.txt for one crawler (RFC 9309): the rules of all its groups, or else of the groups for all crawlers.</summary>
/// <param name="Rules">The rules, in any order.</param>
/// <param name="CrawlDelay">The pause between requests that the site asks for (not in the RFC); null if there is none.</param>
internal sealed record RobotsFile(ImmutableArray<RobotsRule> Rules, TimeSpan? CrawlDelay)
{
    /// <summary>Maximum bytes that are parsed. The RFC asks for at least this.</summary>
    public const int MaxBytes = 500 * 1024;

    /// <summary>The path of the file. It may always be fetched.</summary>
    public const string Address = "/robots.txt";

    /// <summary>A file without rules allows everything.</summary>
    public static readonly RobotsFile Empty = new([], null);

    /// <summary>Parses a file. Unknown lines are ignored; no file is invalid.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="product">The product token of this crawler, without version.</param>
    public static RobotsFile Parse(ReadOnlySpan<byte> bytes, string product)
    {
        var (ours, wildcard) = (new RobotsGroup(), new RobotsGroup());
        var (forUs, forAll, inRules) = (false, false, false);
        foreach (var line in RobotsLine.Read(bytes))
        {
            if (line.Kind == RobotsLineKind.UserAgent)
            {
                (forUs, forAll) = inRules ? (false, false) : (forUs, forAll);
                inRules = false;
                forAll |= line.IsWildcard;
                forUs |= line.Product.Equals(product, StringComparison.OrdinalIgnoreCase);
                ours.Named |= forUs;
                continue;
            }
            // Crawl-delay, like all lines outside the RFC, does not end the list of crawlers of a group.
            inRules |= line.Kind != RobotsLineKind.CrawlDelay;
            if (forUs)
                ours.Add(line);
            if (forAll)
                wildcard.Add(line);
        }
        return (ours.Named ? ours : wildcard).ToFile();
    }

    /// <summary>Whether an address may be fetched. The longest matching rule wins; between equal lengths, Allow wins.</summary>
    public bool Allows(Uri url)
    {
        var path = RobotsPath.OfAddress(url);
        if (path == Address)
            return true;
        RobotsRule? best = null;
        foreach (var rule in Rules)
        {
            if (HasPriority(rule, best) && rule.Matches(path))
                best = rule;
        }
        return best?.Allows ?? true;
    }

    private static bool HasPriority(RobotsRule rule, RobotsRule? best) =>
        best is null || rule.Length > best.Length || (rule.Length == best.Length && rule.Allows && !best.Allows);
}
