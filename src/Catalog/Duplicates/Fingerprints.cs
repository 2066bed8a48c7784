using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;

namespace Actors.Catalog.Duplicates;

/// <summary>Creates fingerprints of stored events.</summary>
internal static class Fingerprints
{
    /// <summary>The fingerprint of an event.</summary>
    public static EventFingerprint Of(EventState e, TimeZoneInfo zone) => new(
        e.Id, e.Uuid, EventSource.Of(e.Url), TitleKey.Of(e.Title), EventSession.Of(e.DateList.Append(e.DatePreview), zone));
}
