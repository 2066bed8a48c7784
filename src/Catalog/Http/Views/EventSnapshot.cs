using Actors.Catalog.Ports;
using Actors.Catalog.Rules.Filters;
using Actors.Plumbing.Search;

namespace Actors.Catalog.Http.Views;

/// <summary>All events at one moment: what filters ask of them, and their texts as an index.</summary>
/// <param name="Events">The events by rising number.</param>
/// <param name="Index">Their texts.</param>
/// <param name="Tally">What the rows added up to.</param>
/// <param name="LastChange">When the last of them changed, in unix milliseconds.</param>
internal sealed record EventSnapshot(EventFacts[] Events, SearchIndex Index, EventTally Tally, long LastChange)
{
    /// <summary>The events by number, with their texts.</summary>
    public static EventSnapshot Of(EventFacts[] events, SearchIndex index) => new(
        HiddenTwins.Marked(events), index, new EventTally(events.Length, events.Sum(e => e.Version)), events.Length == 0 ? 0 : events.Max(e => e.ChangedAt));

    /// <summary>The place of the first event whose number is not below <paramref name="id"/>.</summary>
    public int PlaceOf(long id)
    {
        int low = 0, high = Events.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Events[middle].Id < id) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The event with a number, or null.</summary>
    public EventFacts? Find(long id) => PlaceOf(id) is var place && place < Events.Length && Events[place].Id == id ? Events[place] : null;

    /// <summary>The snapshot with rows that were read since; those that it has already change nothing.</summary>
    public EventSnapshot With(IEnumerable<StoredEvent> rows, EventTexts texts)
    {
        var changed = rows.Where(row => Find(row.State.Id) is not { } known || known.Version != row.Version).ToList();
        if (changed.Count == 0) return this;
        var facts = changed.Select(texts.FactsOf).ToDictionary(e => e.Id);
        var kept = Events.Where(e => !facts.ContainsKey(e.Id));
        EventFacts[] events = [.. kept.Concat(facts.Values)];
        Array.Sort(events, static (a, b) => a.Id.CompareTo(b.Id));
        return Of(events, Index.With([.. changed.Select(row => EventTexts.DocumentOf(row.State))], []));
    }
}
