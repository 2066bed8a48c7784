using Actors.Catalog.Grains.Events;
using Actors.Catalog.Ports;
using Actors.Catalog.Rules;
using Actors.Catalog.Rules.Filters;
using Actors.Plumbing.Search;
using Actors.Plumbing.Search.Text;

namespace Actors.Catalog.Http.Views;

/// <summary>Takes from stored events what filters and the search need. Equal places share one text.</summary>
internal sealed class EventTexts
{
    private const int TitleWeight = 10;
    private const int PlaceWeight = 5;
    private const int GenreWeight = 4;
    private const int DescriptionWeight = 1;

    private readonly HashSet<string> _places = new(StringComparer.Ordinal);

    /// <summary>The texts that <c>q</c> looks in.</summary>
    public static SearchDocument DocumentOf(EventState e) => new(e.Id,
    [
        new SearchField(e.Title, TitleWeight),
        new SearchField(e.Place, PlaceWeight),
        new SearchField(e.Genre, GenreWeight),
        new SearchField(e.Description, DescriptionWeight),
    ]);

    /// <summary>What filters ask of it.</summary>
    public EventFacts FactsOf(StoredEvent row)
    {
        var e = row.State;
        var type = EventTypes.Supported.TryGetValue(e.EventType, out var shared) ? shared : e.EventType;
        return new EventFacts(
            e.Id, e.Uuid, type, e.Active, e.Price, AgeLimit.Read(e.Age), Shared(TextFolding.Fold(e.Place)),
            [.. e.DateList.Append(e.DatePreview).Distinct().Select(EventMoment.Of)], e.ChangedAt.ToUnixTimeMilliseconds(), row.Version)
        {
            Twins = e.Twins,
        };
    }

    private string Shared(string place)
    {
        if (_places.TryGetValue(place, out var known)) return known;
        _places.Add(place);
        return place;
    }
}
