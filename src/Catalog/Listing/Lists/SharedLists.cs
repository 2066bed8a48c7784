using Actors.Catalog.Events;
using Actors.Core.Caching;
using Actors.Web.Bodies;

namespace Actors.Catalog.Listing.Lists;

/// <summary>Lists read from the rows, by one of the processes that want the same.</summary>
internal sealed class SharedLists(IEventRows rows, SharedFill shared, CatalogOptions options, ListMetrics metrics, ListStream stream, TimeProvider timeProvider)
{
    /// <summary>
    /// Names the code that makes bytes from rows: processes of two versions may run side by side, and the same rows may make other bytes in each. The
    /// compiler makes it of all that it compiles.
    /// </summary>
    public static readonly string Format = typeof(SharedLists).Module.ModuleVersionId.ToString("N")[..12];

    /// <summary>The list of rows that are like this, or have changed since.</summary>
    /// <remarks>Throws what the store throws.</remarks>
    public async Task<EventList> FillAsync(EventScope scope, EventMark mark, Reading now)
    {
        var pages = new ListPages(scope, rows);
        string from = ListMetrics.FromOthers;
        var found = await shared.GetAsync(KeyOf(scope), new SharedVersion(mark.Versions, mark.ToString()), options.CacheTtl, async () =>
        {
            var body = await pages.ReadAsync();
            from = body is null ? ListMetrics.TooLong : ListMetrics.FromRows;
            return body ?? ReadOnlyMemory<byte>.Empty;
        });
        metrics.Filled(from);
        var (read, filled) = (EventMark.Parse(found.Version.Mark), now with { Ticks = now.Ticks - AgeOf(found) });
        return IsTooLong(found) ? new LongList(pages, stream, read, filled) : new KeptList(found.Body, EntityTags.Of(found.Body.Span), read, filled);
    }

    /// <summary>The list that anybody made last, if it is still known to others.</summary>
    public async Task<EventList?> LastAsync(EventScope scope)
    {
        if (await shared.LastAsync(KeyOf(scope)) is not { } last || IsTooLong(last)) return null;
        return new KeptList(last.Body, EntityTags.Of(last.Body.Span), default, default) { MadeAt = last.MadeAt };
    }

    // The time to live began when others read the rows; their clocks may be ahead.
    private long AgeOf(SharedValue found)
    {
        var age = timeProvider.GetUtcNow() - found.MadeAt;
        return age > TimeSpan.Zero ? (long)(age.TotalSeconds * timeProvider.TimestampFrequency) : 0;
    }

    private static string KeyOf(EventScope scope) => $"catalog-list-{Format}-{(scope.Active ? "active" : "inactive")}-{scope.Name}";

    // A list has two brackets at least: nothing at all says that there is too much.
    private static bool IsTooLong(SharedValue value) => value.Body.IsEmpty;
}
