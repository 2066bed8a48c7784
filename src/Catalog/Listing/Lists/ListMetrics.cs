using System.Diagnostics.Metrics;
using Actors.Catalog.Scraping.Runs;

namespace Actors.Catalog.Listing.Lists;

/// <summary>What lists measure.</summary>
internal sealed class ListMetrics(IMeterFactory meters)
{
    /// <summary>All rows of a list were read.</summary>
    public const string FromRows = "rows";

    /// <summary>Rows were read until it was known that there are too many to be kept.</summary>
    public const string TooLong = "too_long";

    /// <summary>Another process had read the rows.</summary>
    public const string FromOthers = "shared";

    private readonly Counter<long> _fills = meters.Create(ScrapingMetrics.MeterName)
        .CreateCounter<long>("catalog.list.fills", "{list}", "Lists read anew, and what from.");

    private readonly Counter<long> _instead = meters.Create(ScrapingMetrics.MeterName)
        .CreateCounter<long>("catalog.list.instead", "{look}", "Looks at rows that could not be read, which ended with what another process had made.");

    /// <summary>A list was read.</summary>
    public void Filled(string from) => _fills.Add(1, new KeyValuePair<string, object?>("from", from));

    /// <summary>What another process made is served instead of the rows.</summary>
    public void ServedInstead() => _instead.Add(1);
}
