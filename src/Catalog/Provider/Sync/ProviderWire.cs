using System.Text.Json.Serialization;

namespace Actors.Catalog.Provider.Sync;

/// <summary>What is sent to the provider.</summary>
internal sealed record RegisterBody(string FirstName, string LastName, string Email, string? Seat);

/// <summary>What is sent to the notification service: the names of both of its generations.</summary>
internal sealed record NotifyBody(Guid Id, Guid IdempotencyKey, Guid ReferenceId, string? OwnerId, string Email, string Message);

/// <summary>Both as JSON, snake_case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RegisterBody))]
[JsonSerializable(typeof(NotifyBody))]
internal sealed partial class ProviderWire : JsonSerializerContext;
