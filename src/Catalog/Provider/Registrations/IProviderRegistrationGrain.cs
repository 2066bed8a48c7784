using Actors.Catalog.Provider.Sync;
using Actors.Grains.Calls;

namespace Actors.Catalog.Provider.Registrations;

/// <summary>The registration of an account for an event. Key: <see cref="ProviderRows.RegistrationKey"/>.</summary>
[Alias("catalog.IProviderRegistrationGrain")]
internal interface IProviderRegistrationGrain : IGrainWithStringKey
{
    /// <summary>Accepts the registration, once, or once more after a rejection; returns when it is durable together with the intent to carry it out.</summary>
    /// <param name="about">What it is for.</param>
    /// <param name="accountId">Whose it is.</param>
    /// <param name="visitor">Who comes.</param>
    /// <param name="attempt">
    /// How many rejected ones the caller knows of: asking twice after the same rejection is asking once, whatever has become of it meanwhile.
    /// </param>
    [Alias("Accept"), Repeatable(Repeat.Always)]
    Task<ProviderRegistration> Accept(ProviderEvent about, Guid accountId, Visitor visitor, int attempt);

    /// <summary>
    /// Brings the registration to the provider, or does nothing when it is decided.
    /// </summary>
    /// <returns>Why it cannot be decided now; null when it is.</returns>
    [Alias("CarryOut"), ResponseTimeout("00:00:50"), Repeatable(Repeat.Never)]
    Task<string?> CarryOut();
}
