using System.Collections.Immutable;
using Actors.Catalog.Provider.Registrations;

namespace Actors.Catalog.Provider.Sync;

/// <summary>The events provider. Failures are values; every call ends well within the timeout of a grain call.</summary>
internal interface IEventsProvider
{
    /// <summary>Fetches a page of the list.</summary>
    Task<PageOutcome> PageAsync(Uri page, CancellationToken cancellationToken);

    /// <summary>Fetches the free seats of an event.</summary>
    Task<SeatsOutcome> SeatsAsync(Guid eventId, CancellationToken cancellationToken);

    /// <summary>Registers a visitor. <paramref name="registration"/> is sent as idempotency key.</summary>
    Task<RegisterOutcome> RegisterAsync(Guid eventId, Guid registration, Visitor visitor, string seat, CancellationToken cancellationToken);
}

/// <summary>A page, or the failure.</summary>
/// <param name="Page">The page; null after a failure.</param>
/// <param name="Failure">A short sentence.</param>
/// <param name="Status">The HTTP status; 0 if there was no response.</param>
/// <param name="RetryAfter">The pause requested by Retry-After.</param>
internal sealed record PageOutcome(ProviderPage? Page, string? Failure = null, int Status = 0, TimeSpan? RetryAfter = null);

/// <summary>The free seats, if known.</summary>
/// <param name="Result">Whether <paramref name="Free"/> is valid.</param>
/// <param name="Free">The free seats.</param>
internal sealed record SeatsOutcome(SeatsResult Result, ImmutableArray<string> Free);

/// <summary>Whether free seats are known.</summary>
internal enum SeatsResult
{
    Known,

    /// <summary>The provider has no list of seats.</summary>
    NotOffered,

    /// <summary>The request failed; it may succeed later.</summary>
    Failed,
}

/// <summary>The result of a registration at the provider.</summary>
/// <param name="Result">The kind of result.</param>
/// <param name="Ticket">The provider's ticket, if any.</param>
/// <param name="Status">The HTTP status; 0 if there was no response.</param>
internal sealed record RegisterOutcome(RegisterResult Result, string? Ticket = null, int Status = 0);

/// <summary>How the provider handled a registration.</summary>
internal enum RegisterResult
{
    /// <summary>The visitor is registered.</summary>
    Done,

    /// <summary>The provider refused.</summary>
    Refused,

    /// <summary>The request certainly had no effect; it may succeed later.</summary>
    NotTaken,

    /// <summary>The visitor may be registered or not.</summary>
    Unclear,
}
