using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Snapshots;
using Actors.Core.Configuration;

namespace Actors.Catalog.Listing.Pages;

/// <summary>Answers requests for filtered lists: selects events from the snapshot in memory and shows them as their rows are.</summary>
internal sealed class FilteredLists(EventSnapshots snapshots, ISnapshotRows rows, Membership membership)
{
    private const string Json = "application/json";

    /// <summary>A page as JSON.</summary>
    public Task<EventPageResult> JsonAsync(ListRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(request, Json, Json, async page => PageJson.Write(page, await PageRowReader.GetAsync(rows, page.Snapshot, page.Ids, cancellationToken)));

    /// <summary>A page in another format.</summary>
    /// <param name="request">The request.</param>
    /// <param name="contentType">The content type.</param>
    /// <param name="form">Names the format and everything, except the events, that the body depends on.</param>
    /// <param name="write">Writes the events.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<EventPageResult> FeedAsync(
        ListRequest request, string contentType, string form, Func<ImmutableArray<EventState>, ReadOnlyMemory<byte>> write, CancellationToken cancellationToken) =>
        AnswerAsync(request, contentType, form, async page => new PageBody([write(await EventsAsync(page, cancellationToken))]));

    private async Task<EventPageResult> AnswerAsync(ListRequest request, string contentType, string form, Func<EventPage, Task<PageBody>> write)
    {
        var (snapshot, age) = await snapshots.GetAsync();
        var resolved = request.At(snapshot.Point, membership);
        var key = PageKey.Of(resolved, form);
        if (snapshot.Pages.Find(key) is not { } cached)
        {
            var page = await EventPage.OfAsync(snapshot, resolved);
            cached = new CachedPage(page, await write(page));
            snapshot.Pages.Add(key, cached);
        }

        return new EventPageResult(cached, age, contentType);
    }

    private async Task<ImmutableArray<EventState>> EventsAsync(EventPage page, CancellationToken cancellationToken)
    {
        var events = (await rows.ByIdsAsync(page.Ids, cancellationToken)).Where(e => page.Has(e.Active)).ToDictionary(e => e.Id);
        return [.. page.Ids.Select(id => events.GetValueOrDefault(id)).OfType<EventState>()];
    }
}
