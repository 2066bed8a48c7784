namespace Actors.Accounts.SignUp;

/// <summary>What is kept of a claim. Stored as JSON by property name.</summary>
[GenerateSerializer, Alias("accounts.ClaimState")]
internal sealed record ClaimState
{
    /// <summary>The account that holds the identifier, or will.</summary>
    [Id(0)] public Guid AccountId { get; init; }
}
