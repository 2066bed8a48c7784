using System.Text.Json.Serialization;
using Actors.Catalog.Provider.Registrations;

namespace Actors.Catalog.Provider.Endpoints;

/// <summary>A registration in responses to its owner.</summary>
internal sealed record RegistrationResponse(
    Guid Id, Guid EventId, string EventName, string EventTime, string Status, string? Seat, string? TicketId, string? Reason, string CreatedAt, string UpdatedAt)
{
    /// <summary>Whether the provider has not decided yet.</summary>
    [JsonIgnore]
    public bool IsPending { get; init; }

    public static RegistrationResponse Of(ProviderRegistration r) => new(
        r.Id, r.EventId, r.EventName, ProviderEventResponse.Moment(r.EventTime), RegistrationStatuses.NameOf(r.Status),
        string.IsNullOrEmpty(r.Seat) ? null : r.Seat, r.Ticket, r.Reason,
        ProviderEventResponse.Moment(r.CreatedAt), ProviderEventResponse.Moment(r.ChangedAt))
    {
        IsPending = r.Status == RegistrationStatus.Pending,
    };
}
