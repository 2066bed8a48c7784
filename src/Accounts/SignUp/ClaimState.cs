namespace Actors.Accounts.SignUp;

/// <summary>The stored state of a claim. Stored as JSON by property name.</summary>
[GenerateSerializer, Alias("accounts.ClaimState")]
internal sealed record ClaimState
{
    /// <summary>The account that owns the identifier, or is being created with it.</summary>
    [Id(0)] public Guid AccountId { get; init; }
}
