using System.Collections.Concurrent;
using Actors.Catalog.Events;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Lists;

/// <summary>The lists of events this process serves. There is one entry a scope: two states times ten types and "all".</summary>
internal sealed class EventLists(ListSource source, TimeProvider timeProvider, ILogger<CachedEventList> logger)
{
    private readonly ConcurrentDictionary<EventScope, CachedEventList> _lists = new();

    /// <summary>The list of <paramref name="scope"/>, at most a second behind the rows.</summary>
    /// <remarks>Throws what the store throws when the list has never been read.</remarks>
    public ValueTask<ServedList> GetAsync(EventScope scope) =>
        _lists.GetOrAdd(scope, static (s, own) => own.Create(s), this).GetAsync();

    private CachedEventList Create(EventScope scope) => new(scope, source, timeProvider, logger);
}
