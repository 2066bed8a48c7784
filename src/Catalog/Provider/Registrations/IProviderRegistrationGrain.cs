using Actors.Catalog.Provider.Sync;
using Actors.Grains.Calls;

namespace Actors.Catalog.Provider.Registrations;

/// <summary>An account's registration for an event. Key: <see cref="ProviderRows.RegistrationKey"/>.</summary>
[Alias("catalog.IProviderRegistrationGrain")]
internal interface IProviderRegistrationGrain : IGrainWithStringKey
{
    /// <summary>
    /// Accepts the registration once, and again after a rejection. Completes when the registration and the intent to carry it out are durable.
    /// </summary>
    /// <param name="providerEvent">The event.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="visitor">The visitor.</param>
    /// <param name="attempt">The number of rejected attempts known to the caller. A repeated call after the same rejection has no second
    /// effect.</param>
    [Alias("Accept"), Repeatable(Repeat.Always)]
    Task<ProviderRegistration> Accept(ProviderEvent providerEvent, Guid accountId, Visitor visitor, int attempt);

    /// <summary>Sends the registration to the provider; does nothing if it is decided.</summary>
    /// <returns>The reason of a delay; null if it is decided.</returns>
    [Alias("CarryOut"), ResponseTimeout("00:00:50"), Repeatable(Repeat.Never)]
    Task<string?> CarryOut();
}
