using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;

namespace Actors.Catalog.Duplicates;

/// <summary>Takes from stored events what decides whether two are the same.</summary>
internal static class TwinCards
{
    /// <summary>What decides for an event.</summary>
    public static TwinCard Of(EventState e, TimeZoneInfo zone) => new(
        e.Id, e.Uuid, EventSource.Of(e.Url), TitleKey.Of(e.Title), EventSession.Of(e.DateList.Append(e.DatePreview), zone));
}
