using System.Collections.Immutable;
using Actors.Catalog.Scraping.Sources;
using Actors.Grains.Calls;
using Orleans.Concurrency;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>One source of scraping. Key: its name in the file of sources.</summary>
[Alias("catalog.ISourceGrain")]
internal interface ISourceGrain : IGrainWithStringKey
{
    /// <summary>Makes the source live: its reminder is registered, and what is due or was interrupted goes on.</summary>
    [Alias("Wake"), Repeatable(Repeat.Always)]
    Task Wake();

    /// <summary>Joins the run under way, or starts one; returns its number at once.</summary>
    [AlwaysInterleave, Alias("Start"), Repeatable(Repeat.Always)]
    Task<long> Start();

    /// <summary>Reads pages of failed items again, in a run of their own that begins when none is under way; returns its number at once.</summary>
    [AlwaysInterleave, Alias("Replay"), Repeatable(Repeat.Never)]
    Task<long> Replay(ImmutableArray<PageRef> pages);

    /// <summary>
    /// How run number <paramref name="run"/> fares: when it has ended, or else after <paramref name="wait"/>, which must stay below
    /// the time limit of a grain call. The token ends the wait, so that nobody's wait keeps a silo from stopping.
    /// </summary>
    [AlwaysInterleave, Alias("Progress"), Repeatable(Repeat.Always)]
    Task<RunProgress> Progress(long run, TimeSpan wait, CancellationToken cancellationToken);
}
