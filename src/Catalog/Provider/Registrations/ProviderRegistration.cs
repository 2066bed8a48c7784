using System.Text.Json.Serialization;

namespace Actors.Catalog.Provider.Registrations;

/// <summary>
/// A visitor's registration for an event of the provider. It has a copy of what it is for, so that it can be read when the event is long deleted.
/// </summary>
[GenerateSerializer, Immutable, Alias("catalog.ProviderRegistration")]
internal sealed record ProviderRegistration
{
    /// <summary>Its id, and the idempotency key at the provider.</summary>
    [Id(0)] public Guid Id { get; init; }

    [Id(1)] public Guid EventId { get; init; }

    [Id(2)] public Guid AccountId { get; init; }

    [Id(3)] public string EventName { get; init; } = "";

    [Id(4)] public DateTimeOffset EventTime { get; init; }

    [Id(5)] public required Visitor Visitor { get; init; }

    [Id(6)] public RegistrationStatus Status { get; init; }

    /// <summary>The seat that is asked for; empty where the provider has none; null while none is chosen.</summary>
    [Id(7)] public string? Seat { get; init; }

    /// <summary>Stored before each request and taken back when it certainly had no effect: true means that the provider may have the visitor.</summary>
    [Id(8)] public bool Unclear { get; init; }

    /// <summary>How many seats were tried.</summary>
    [Id(9)] public int Seats { get; init; }

    /// <summary>The provider's ticket.</summary>
    [Id(10)] public string? Ticket { get; init; }

    /// <summary>Why it was rejected or left open.</summary>
    [Id(11)] public string? Reason { get; init; }

    [Id(12)] public DateTimeOffset CreatedAt { get; init; }

    [Id(13)] public DateTimeOffset ChangedAt { get; init; }

    /// <summary>How many registrations of this visitor for this event were rejected before this one.</summary>
    [Id(14)] public int Attempt { get; init; }

    /// <summary>How many registrations of a visitor for an event are rejected before the last rejection stands.</summary>
    public const int MostAttempts = 10;

    /// <summary>True when the visitor may try again: this one came to nothing, for certain.</summary>
    [JsonIgnore]
    public bool MayRepeat => Status == RegistrationStatus.Rejected && NextAttempt < MostAttempts;

    /// <summary>The attempt that comes after this one.</summary>
    [JsonIgnore]
    public int NextAttempt => Attempt + 1;
}
