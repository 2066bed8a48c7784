using System.Globalization;
using Actors.Catalog.Provider.Sync;

namespace Actors.Catalog.Provider.Endpoints;

/// <summary>A page of events.</summary>
internal sealed record ProviderEventPage(long Count, string? Next, string? Previous, ProviderEventResponse[] Results);

/// <summary>The venue of an event.</summary>
internal sealed record ProviderVenueResponse(Guid? Id, string Name, string? City, string? Address);

/// <summary>An event in responses. <c>venue</c> and <c>registration_deadline</c> go beyond the specification.</summary>
internal sealed record ProviderEventResponse(
    Guid Id, string Name, string EventTime, string Status, string VenueName, ProviderVenueResponse Venue, string? RegistrationDeadline)
{
    public static ProviderEventResponse Of(ProviderEvent e) => new(
        e.Id, e.Name, Moment(e.EventTime), e.Open ? "open" : "closed", e.Venue.Name,
        new(e.Venue.Id, e.Venue.Name, e.Venue.City, e.Venue.Address), e.Deadline is { } deadline ? Moment(deadline) : null);

    /// <summary>Formats a moment like Django REST framework: with its offset, or Z for UTC.</summary>
    public static string Moment(DateTimeOffset moment)
    {
        var clock = moment.ToString(moment.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        return clock + (moment.Offset == TimeSpan.Zero ? "Z" : moment.ToString("zzz", CultureInfo.InvariantCulture));
    }
}
