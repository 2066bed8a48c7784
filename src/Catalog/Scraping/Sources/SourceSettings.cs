using System.Collections.Frozen;
using System.Collections.Immutable;
using Actors.Catalog.Extraction.Lists;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>A site to scrape, with defaults for values that its pages omit.</summary>
internal sealed record SourceSettings
{
    public const int PagesLimit = 10_000, DefaultPages = 100;

    /// <summary>The key of the grain and part of the identity of events: renaming a source creates its events again.</summary>
    public required string Name { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>The first page; {now} stands for the Unix seconds at the start of a run.</summary>
    public required string Url { get; init; }

    /// <summary>The query parameter that counts pages from 1; null if pages link to the next one.</summary>
    public string? PageParameter { get; init; }

    /// <summary>Maximum number of pages per run, including event pages.</summary>
    public int MaxPages { get; init; } = DefaultPages;

    /// <summary>CSS selector of the links from a listing to its events; null uses the URLs of the listed events.</summary>
    public string? LinkSelector { get; init; }

    /// <summary>The rule for pages without semantic markup; null for other kinds of sources.</summary>
    public ListRule? List { get; init; }

    /// <summary>Maps the source's categories to event types.</summary>
    public FrozenDictionary<string, string> Types { get; init; } = FrozenDictionary<string, string>.Empty;

    public string? DefaultType { get; init; }

    /// <summary>In whole currency units.</summary>
    public long? DefaultPrice { get; init; }

    public string? DefaultPlace { get; init; }

    public string? DefaultGenre { get; init; }

    public string? DefaultImage { get; init; }

    /// <summary>The zone of times without offset; null uses DEFAULT_TIMEZONE.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>False for public APIs: their terms apply, not robots.txt of the same host, which is about pages.</summary>
    public bool AsksRobots { get; init; } = true;

    /// <summary>The environments in which the source is enabled; empty means all.</summary>
    public ImmutableArray<string> Environments { get; init; } = [];

    public LinkRule Links => Kind == SourceKind.Listing ? new(true, LinkSelector) : LinkRule.None;

    public bool EnabledIn(string environment) =>
        Environments.IsEmpty || Environments.Contains(environment, StringComparer.OrdinalIgnoreCase);
}
