using System.Text.Json.Serialization;

namespace Actors.Catalog.Provider.Sync;

/// <summary>The registration request of the provider.</summary>
internal sealed record RegisterBody(string FirstName, string LastName, string Email, string? Seat);

/// <summary>The request of the notification service, with the member names of both its versions.</summary>
internal sealed record NotifyBody(Guid Id, Guid IdempotencyKey, Guid ReferenceId, string? OwnerId, string Email, string Message);

/// <summary>The JSON of both requests, in snake_case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RegisterBody))]
[JsonSerializable(typeof(NotifyBody))]
internal sealed partial class ProviderWire : JsonSerializerContext;
