namespace Actors.Accounts.SignIn.Guesses;

/// <summary>An attempt that counts, from before its password is looked at until the outcome is known.</summary>
/// <param name="Network">Where it comes from.</param>
/// <param name="Known">Whether the account knows the network.</param>
/// <param name="Turn">The turn it has among the networks that the account does not know.</param>
[GenerateSerializer, Immutable, Alias("accounts.CountedAttempt")]
internal sealed record CountedAttempt([property: Id(0)] string Network, [property: Id(1)] bool Known, [property: Id(2)] long Turn);
