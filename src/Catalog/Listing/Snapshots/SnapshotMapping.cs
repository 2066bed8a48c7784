using Actors.Catalog.Events;
using Actors.Catalog.Events.Dates;
using Actors.Catalog.Listing.Filters;
using Actors.Search;
using Actors.Search.Text;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>Converts stored events for filters and for the search index.</summary>
internal static class SnapshotMapping
{
    private const int TitleWeight = 10;
    private const int PlaceWeight = 5;
    private const int GenreWeight = 4;
    private const int DescriptionWeight = 1;

    /// <summary>The texts that <c>q</c> searches.</summary>
    public static SearchDocument DocumentOf(EventState e) => new(e.Id,
    [
        new SearchField(e.Title, TitleWeight),
        new SearchField(e.Place, PlaceWeight),
        new SearchField(e.Genre, GenreWeight),
        new SearchField(e.Description, DescriptionWeight),
    ]);

    /// <summary>The properties that filters test.</summary>
    public static EventFacts FactsOf(StoredEvent row)
    {
        var e = row.State;
        return new EventFacts(
            e.Id, e.Uuid, e.EventType, e.Active, e.Price, AgeLimit.Read(e.Age), TextFolding.Fold(e.Place),
            [.. e.DateList.Append(e.DatePreview).Distinct().Select(EventMoment.Of)], e.ChangedAt.ToUnixTimeMilliseconds(), row.Commit, row.Version)
        {
            Twins = e.Twins,
        };
    }
}
