using System.Collections.Immutable;
using Actors.Catalog.Provider.Registrations;

namespace Actors.Catalog.Provider.Sync;

/// <summary>The service that has the events and takes the visitors. Failures are values; every call ends well within the time of a grain call.</summary>
internal interface IEventsProvider
{
    /// <summary>A page of its list.</summary>
    Task<PageOutcome> PageAsync(Uri page, CancellationToken cancellationToken);

    /// <summary>The free seats of an event.</summary>
    Task<SeatsOutcome> SeatsAsync(Guid eventId, CancellationToken cancellationToken);

    /// <summary>Registers a visitor. <paramref name="registration"/> is sent as idempotency key.</summary>
    Task<RegisterOutcome> RegisterAsync(Guid eventId, Guid registration, Visitor visitor, string seat, CancellationToken cancellationToken);
}

/// <summary>A page, or why there is none.</summary>
/// <param name="Page">The page; null when there is a failure.</param>
/// <param name="Failure">A short sentence.</param>
/// <param name="Status">The HTTP status; 0 when there was none.</param>
/// <param name="RetryAfter">When the provider asked to be asked again.</param>
internal sealed record PageOutcome(ProviderPage? Page, string? Failure = null, int Status = 0, TimeSpan? RetryAfter = null);

/// <summary>What came of asking for seats.</summary>
/// <param name="Result">Whether <paramref name="Free"/> means anything.</param>
/// <param name="Free">The free seats.</param>
internal sealed record SeatsOutcome(SeatsResult Result, ImmutableArray<string> Free);

/// <summary>Whether free seats are known.</summary>
internal enum SeatsResult
{
    Known,

    /// <summary>This provider has no list of seats.</summary>
    NotOffered,

    /// <summary>It could not be asked; perhaps later.</summary>
    Failed,
}

/// <summary>What came of registering a visitor.</summary>
/// <param name="Result">Which of the four it is.</param>
/// <param name="Ticket">The provider's ticket, when it gave one.</param>
/// <param name="Status">The HTTP status; 0 when there was none.</param>
internal sealed record RegisterOutcome(RegisterResult Result, string? Ticket = null, int Status = 0);

/// <summary>What a provider did with a visitor.</summary>
internal enum RegisterResult
{
    /// <summary>The visitor is registered.</summary>
    Done,

    /// <summary>It said no.</summary>
    Refused,

    /// <summary>It certainly did nothing; perhaps later.</summary>
    NotTaken,

    /// <summary>It may have registered the visitor or not.</summary>
    Unclear,
}
