using System.Collections.Concurrent;
using Actors.Catalog.Events;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Lists;

/// <summary>The lists of events of this process, one per scope: active and inactive events, each of ten types and "all".</summary>
internal sealed class EventLists(ListRevalidator revalidator, TimeProvider timeProvider, ILogger<RevalidatedList> logger)
{
    private readonly ConcurrentDictionary<EventScope, RevalidatedList> _lists = new();

    /// <summary>The list of <paramref name="scope"/>, at most a second older than the rows.</summary>
    /// <remarks>Throws exceptions of the store only if the list was never read.</remarks>
    public ValueTask<ServedList> GetAsync(EventScope scope) =>
        _lists.GetOrAdd(scope, static (s, lists) => lists.Create(s), this).GetAsync();

    private RevalidatedList Create(EventScope scope) => new(scope, revalidator, timeProvider, logger);
}
