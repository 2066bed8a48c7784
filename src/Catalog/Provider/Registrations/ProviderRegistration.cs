using System.Text.Json.Serialization;

namespace Actors.Catalog.Provider.Registrations;

/// <summary>
/// A visitor's registration for an event of the provider. It copies the event's data, so that it can be read after the event is deleted.
/// </summary>
[GenerateSerializer, Immutable, Alias("catalog.ProviderRegistration")]
internal sealed record ProviderRegistration
{
    /// <summary>The id, which is also the idempotency key at the provider.</summary>
    [Id(0)] public Guid Id { get; init; }

    [Id(1)] public Guid EventId { get; init; }

    [Id(2)] public Guid AccountId { get; init; }

    [Id(3)] public string EventName { get; init; } = "";

    [Id(4)] public DateTimeOffset EventTime { get; init; }

    [Id(5)] public required Visitor Visitor { get; init; }

    [Id(6)] public RegistrationStatus Status { get; init; }

    /// <summary>The requested seat; empty if the provider has no seats; null until one is chosen.</summary>
    [Id(7)] public string? Seat { get; init; }

    /// <summary>
    /// True if the provider may have registered the visitor. Set before each request, cleared if the request certainly had no effect.
    /// </summary>
    [Id(8)] public bool Unclear { get; init; }

    /// <summary>The number of seats tried.</summary>
    [Id(9)] public int Seats { get; init; }

    /// <summary>The provider's ticket.</summary>
    [Id(10)] public string? Ticket { get; init; }

    /// <summary>Why it was rejected or left unclear.</summary>
    [Id(11)] public string? Reason { get; init; }

    [Id(12)] public DateTimeOffset CreatedAt { get; init; }

    [Id(13)] public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The number of earlier attempts that were rejected.</summary>
    [Id(14)] public int Attempt { get; init; }

    /// <summary>Maximum number of attempts of a visitor per event.</summary>
    public const int MaxAttempts = 10;

    /// <summary>Whether the visitor may try again: this attempt was certainly rejected.</summary>
    [JsonIgnore]
    public bool MayRepeat => Status == RegistrationStatus.Rejected && NextAttempt < MaxAttempts;

    /// <summary>The number of the next attempt.</summary>
    [JsonIgnore]
    public int NextAttempt => Attempt + 1;
}
