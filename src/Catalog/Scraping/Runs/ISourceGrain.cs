using System.Collections.Immutable;
using Actors.Catalog.Scraping.Sources;
using Actors.Grains.Calls;
using Orleans.Concurrency;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>One source to scrape. Key: its name in the file of sources.</summary>
[Alias("catalog.ISourceGrain")]
internal interface ISourceGrain : IGrainWithStringKey
{
    /// <summary>Registers the reminder and starts or resumes a run that is due or was interrupted.</summary>
    [Alias("Wake"), Repeatable(Repeat.Always)]
    Task Wake();

    /// <summary>Joins the current run, or starts one. Returns the number of the run at once.</summary>
    [AlwaysInterleave, Alias("Start"), Repeatable(Repeat.Always)]
    Task<long> Start();

    /// <summary>Reads pages of failed items again, in a separate run after the current one. Returns the number of that run at once.</summary>
    [AlwaysInterleave, Alias("Replay"), Repeatable(Repeat.Never)]
    Task<long> Replay(ImmutableArray<PageRef> pages);

    /// <summary>
    /// The progress of a run. Returns when it has ended, or after <paramref name="wait"/>, which must be shorter than the timeout of a grain call.
    /// The token ends the wait, so that waiting callers do not delay a shutdown.
    /// </summary>
    [AlwaysInterleave, Alias("Progress"), Repeatable(Repeat.Always)]
    Task<RunProgress> Progress(long run, TimeSpan wait, CancellationToken cancellationToken);
}
