using Actors.Catalog.Ports;
using Actors.Plumbing.Caching;

namespace Actors.Catalog.Http.Lists;

/// <summary>Lists read from the rows, by one of the processes that want the same.</summary>
internal sealed class SharedLists(IEventRows rows, SharedFill shared, CatalogOptions options, ListMetrics metrics, ListStream stream)
{
    /// <summary>Raised when the same rows make other bytes than before: processes of both kinds may run side by side.</summary>
    public const int Format = 1;

    /// <summary>The list that the rows make which add up to this.</summary>
    /// <remarks>Throws what the store throws.</remarks>
    public async Task<EventList> FillAsync(EventScope scope, EventTally tally, Reading now)
    {
        var pages = new ListPages(scope, rows);
        string from = ListMetrics.FromOthers;
        var found = await shared.GetAsync(KeyOf(scope), VersionOf(tally), options.CacheTtl, async () =>
        {
            var body = await pages.ReadAsync();
            from = body is null ? ListMetrics.TooLong : ListMetrics.FromRows;
            return body ?? ReadOnlyMemory<byte>.Empty;
        });
        metrics.Filled(from);
        return IsTooLong(found) ? new LongList(pages, stream, tally, now) : new KeptList(found.Body, EntityTags.Of(found.Body.Span), tally, now);
    }

    /// <summary>The list that anybody made last, if it is still known to others.</summary>
    public async Task<EventList?> LastAsync(EventScope scope)
    {
        if (await shared.LastAsync(KeyOf(scope)) is not { } last || IsTooLong(last)) return null;
        return new KeptList(last.Body, EntityTags.Of(last.Body.Span), default, default) { MadeAt = last.MadeAt };
    }

    private static string KeyOf(EventScope scope) => $"catalog-list-{Format}-{(scope.Active ? "active" : "inactive")}-{scope.EventType ?? "all"}";

    private static string VersionOf(EventTally tally) => $"{tally.Count}-{tally.Versions}";

    // A list has two brackets at least: nothing at all says that there is too much.
    private static bool IsTooLong(SharedValue value) => value.Body.IsEmpty;
}
