using System.Collections.Frozen;
using System.Collections.Immutable;
using Actors.Catalog.Extraction.Lists;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>One site that is scraped, and what is assumed where its pages are silent.</summary>
internal sealed record SourceSettings
{
    public const int MostPages = 10_000, DefaultPages = 100;

    /// <summary>Key of its grain and part of the identity of its events: renaming a source makes its events new ones.</summary>
    public required string Name { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>First page; {now} stands for the Unix seconds at the start of a run.</summary>
    public required string Url { get; init; }

    /// <summary>Query parameter that numbers the pages from 1; null: pages name their next one.</summary>
    public string? PageParameter { get; init; }

    /// <summary>Pages fetched in one run at most, event pages included.</summary>
    public int MaxPages { get; init; } = DefaultPages;

    /// <summary>CSS selector of the links from a listing to its events; null: the addresses that its events carry.</summary>
    public string? LinkSelector { get; init; }

    /// <summary>How a page without markup is read; null for every other kind of source.</summary>
    public ListRule? List { get; init; }

    /// <summary>From the source's words for kinds of events to the documented types.</summary>
    public FrozenDictionary<string, string> Types { get; init; } = FrozenDictionary<string, string>.Empty;

    public string? DefaultType { get; init; }

    /// <summary>Whole currency units.</summary>
    public long? DefaultPrice { get; init; }

    public string? DefaultPlace { get; init; }

    public string? DefaultGenre { get; init; }

    public string? DefaultImage { get; init; }

    /// <summary>Zone of times without an offset; null: the program's DEFAULT_TIMEZONE.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>False for public APIs: their terms say who may ask, and a robots.txt on the same host speaks of pages.</summary>
    public bool AsksRobots { get; init; } = true;

    /// <summary>Host environments in which it is scraped; empty: all.</summary>
    public ImmutableArray<string> Environments { get; init; } = [];

    public LinkRule Links => Kind == SourceKind.Listing ? new(true, LinkSelector) : LinkRule.None;

    public bool EnabledIn(string environment) =>
        Environments.IsEmpty || Environments.Contains(environment, StringComparer.OrdinalIgnoreCase);
}
