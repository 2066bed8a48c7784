using Actors.Catalog.Events;
using Actors.Core.Caching;
using Actors.Persistence.Commits;

namespace Actors.Catalog.Listing.Lists;

/// <summary>Reads lists from their rows. In a cluster one process reads a list and the others take its bytes from the shared cache.</summary>
internal sealed class ListLoader(IEventRows rows, SharedFill shared, CatalogOptions options, ListMetrics metrics, ListStream stream, TimeProvider timeProvider)
{
    private const char Separator = ' ';

    /// <summary>
    /// Identifies the code that serializes the rows: two versions of the program may run side by side and serialize the same rows differently. The
    /// compiler derives it from the module.
    /// </summary>
    public static readonly string Format = typeof(ListLoader).Module.ModuleVersionId.ToString("N")[..12];

    /// <summary>The current list.</summary>
    /// <remarks>Throws exceptions of the store.</remarks>
    public async Task<EventList> LoadAsync(EventScope scope)
    {
        var pages = new ListReader(scope, rows);
        string from = ListMetrics.FromSharedCache;
        var found = await shared.GetAsync(KeyOf(scope), IsCurrentAsync, options.CacheTtl, async () =>
        {
            var point = (await rows.ChangesAsync(since: null, limit: 0)).Now;
            var body = await pages.ReadAllAsync();
            from = body is null ? ListMetrics.TooLong : ListMetrics.FromRows;
            return ($"{Format}{Separator}{point}", body ?? ReadOnlyMemory<byte>.Empty);
        });
        metrics.Filled(from);
        var (read, filled) = (PointOf(found.Version)!, timeProvider.GetTimestamp() - AgeOf(found));
        return IsTooLong(found) ? new StreamedList(pages, stream, read, filled) : new CachedList(found.Body, read, filled);
    }

    /// <summary>The last list that a process shared, current or not; null without one.</summary>
    public async Task<EventList?> FindSharedCopyAsync(EventScope scope)
    {
        if (await shared.LastAsync(KeyOf(scope)) is not { } last || PointOf(last.Version) is null || IsTooLong(last)) return null;
        return new CachedList(last.Body, null, 0) { MadeAt = last.MadeAt };
    }

    private async Task<bool> IsCurrentAsync(string version) => PointOf(version) is { } point && (await rows.ChangesAsync(point, limit: 1)).IsEmpty;

    // The time to live begins when the rows were read, by the clock of the process that read them.
    private long AgeOf(SharedValue found)
    {
        var age = timeProvider.GetUtcNow() - found.MadeAt;
        return age > TimeSpan.Zero ? (long)(age.TotalSeconds * timeProvider.TimestampFrequency) : 0;
    }

    private static CommitPoint? PointOf(string version) => version.Split(Separator) is [var format, var point] && format == Format ? CommitPoint.Parse(point) : null;

    // The documented key. The specification has no inactive events.
    private static string KeyOf(EventScope scope) => $"catalog:events-cache:{(scope.Active ? "" : "inactive:")}{scope.Name}";

    // A list has at least two brackets, so an empty body marks a list that is too long.
    private static bool IsTooLong(SharedValue value) => value.Body.IsEmpty;
}
