namespace Actors.Catalog.Provider.Registrations;

/// <summary>The provider cannot be reached or gives no answer. The grain and the outbox handler turn it into a wait.</summary>
[GenerateSerializer, Alias("catalog.RegistrationDelayedException")]
internal sealed class RegistrationDelayedException(string message) : Exception(message);
