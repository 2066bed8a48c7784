namespace Actors.Catalog.Http.Views;

/// <summary>Looks events up whose numbers mostly rise, as those of an index do: it walks along instead of searching each.</summary>
internal sealed class EventCursor(EventSnapshot snapshot, ViewRequest request)
{
    /// <summary>Steps after which searching is cheaper than walking.</summary>
    private const int MostSteps = 64;

    private int _at;

    /// <summary>True when the event with a number is in the list.</summary>
    public bool Accepts(long id)
    {
        var events = snapshot.Events;
        if (_at >= events.Length || events[_at].Id > id) _at = snapshot.PlaceOf(id);
        for (var steps = 0; _at < events.Length && events[_at].Id < id; _at++)
        {
            if (++steps > MostSteps) _at = snapshot.PlaceOf(id) - 1;
        }

        return _at < events.Length && events[_at].Id == id && request.Has(events[_at]);
    }
}
