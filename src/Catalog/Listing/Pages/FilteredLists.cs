using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Snapshots;

namespace Actors.Catalog.Listing.Views;

/// <summary>Answers requests for filtered lists: events are chosen in memory and shown from their rows.</summary>
internal sealed class EventViews(EventSnapshots snapshots, IEventCopies copies)
{
    private const string Json = "application/json";

    /// <summary>A list as JSON.</summary>
    public Task<ViewResult> JsonAsync(ViewRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(request, Json, Json, async page => PageJson.Write(page, await PageRows.GetAsync(copies, page.Snapshot, page.Ids, cancellationToken)));

    /// <summary>A list in another format.</summary>
    /// <param name="request">The request.</param>
    /// <param name="contentType">The content type.</param>
    /// <param name="form">The format, with everything but events that the body depends on.</param>
    /// <param name="write">Writes the events.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<ViewResult> FeedAsync(
        ViewRequest request, string contentType, string form, Func<ImmutableArray<EventState>, ReadOnlyMemory<byte>> write, CancellationToken cancellationToken) =>
        AnswerAsync(request, contentType, form, async page => new ViewBody([write(await EventsAsync(page, cancellationToken))]));

    private async Task<ViewResult> AnswerAsync(ViewRequest request, string contentType, string form, Func<ViewPage, Task<ViewBody>> write)
    {
        var (snapshot, age) = await snapshots.GetAsync();
        var resolved = request.At(snapshot.Point);
        var key = ViewKey.Of(resolved, form);
        if (snapshot.Answers.Find(key) is not { } answer)
        {
            var page = await ViewPage.OfAsync(snapshot, resolved);
            answer = new ViewAnswer(page, await write(page));
            snapshot.Answers.Keep(key, answer);
        }

        return new ViewResult(answer, age, contentType);
    }

    private async Task<ImmutableArray<EventState>> EventsAsync(ViewPage page, CancellationToken cancellationToken)
    {
        var events = (await copies.ByIdsAsync(page.Ids, cancellationToken)).Where(e => page.Has(e.Active)).ToDictionary(e => e.Id);
        return [.. page.Ids.Select(id => events.GetValueOrDefault(id)).OfType<EventState>()];
    }
}
