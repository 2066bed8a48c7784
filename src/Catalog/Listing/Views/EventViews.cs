using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Snapshots;

namespace Actors.Catalog.Listing.Views;

/// <summary>Answers filtered and searched lists: chosen in memory, shown as the rows are.</summary>
internal sealed class EventViews(EventSnapshots snapshots, IEventCopies copies, OwnChanges changes)
{
    private const string Json = "application/json";
    private readonly PageRows _rows = new(copies, changes);

    /// <summary>A list as JSON.</summary>
    public Task<ViewResult> JsonAsync(ViewRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(request, Json, Json, async page => PageJson.Write(page, await _rows.GetAsync(page.Ids, cancellationToken)));

    /// <summary>A list in another form.</summary>
    /// <param name="request">The list.</param>
    /// <param name="contentType">What the form is.</param>
    /// <param name="form">The form, with what else but events the body depends on.</param>
    /// <param name="write">Writes the events.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<ViewResult> FeedAsync(
        ViewRequest request, string contentType, string form, Func<ImmutableArray<EventState>, ReadOnlyMemory<byte>> write, CancellationToken cancellationToken) =>
        AnswerAsync(request, contentType, form, async page => new ViewBody([write(await EventsAsync(page, cancellationToken))]));

    private async Task<ViewResult> AnswerAsync(ViewRequest request, string contentType, string form, Func<ViewPage, Task<ViewBody>> write)
    {
        var (snapshot, age) = await snapshots.GetAsync();
        var (key, now) = (ViewKey.Of(request, form), changes.Count);
        var known = snapshot.Answers.Find(key);
        if (known?.IsTrue(now) is true) return new ViewResult(known, age, contentType);
        var page = known?.Page ?? ViewPage.Of(snapshot, request);
        var answer = new ViewAnswer(page, await write(page), now);
        if (known is null || known.Changes != answer.Changes || known.Tag != answer.Tag) snapshot.Answers.Keep(key, answer);
        return new ViewResult(answer, age, contentType);
    }

    private async Task<ImmutableArray<EventState>> EventsAsync(ViewPage page, CancellationToken cancellationToken)
    {
        var events = (await copies.ByIdsAsync(page.Ids, cancellationToken)).Where(e => page.Has(e.Active)).ToDictionary(e => e.Id);
        return [.. page.Ids.Select(id => events.GetValueOrDefault(id)).OfType<EventState>()];
    }
}
