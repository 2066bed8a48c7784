namespace Actors.Catalog.Provider.Registrations;

/// <summary>The provider is unavailable or gives no clear response. The grain and the outbox handler retry later.</summary>
[GenerateSerializer, Alias("catalog.RegistrationDelayedException")]
internal sealed class RegistrationDelayedException(string message) : Exception(message);
