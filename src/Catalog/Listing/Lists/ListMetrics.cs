using System.Diagnostics.Metrics;
using Actors.Catalog.Scraping.Runs;

namespace Actors.Catalog.Listing.Lists;

/// <summary>The metrics of lists.</summary>
internal sealed class ListMetrics(IMeterFactory meters)
{
    /// <summary>The list was read from its rows.</summary>
    public const string FromRows = "rows";

    /// <summary>Reading stopped because the list is too long to be cached.</summary>
    public const string TooLong = "too_long";

    /// <summary>The list came from the shared cache.</summary>
    public const string FromSharedCache = "shared";

    private readonly Counter<long> _fills = meters.Create(ScrapingMetrics.MeterName)
        .CreateCounter<long>("catalog.list.fills", "{list}", "Lists that were read, by source.");

    private readonly Counter<long> _sharedCopies = meters.Create(ScrapingMetrics.MeterName)
        .CreateCounter<long>("catalog.list.instead", "{look}", "Times that a shared copy was served because the database could not be read.");

    public void Filled(string from) => _fills.Add(1, new KeyValuePair<string, object?>("from", from));

    /// <summary>A shared copy was served because the database could not be read.</summary>
    public void SharedCopyServed() => _sharedCopies.Add(1);
}
