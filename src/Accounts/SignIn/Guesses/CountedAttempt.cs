namespace Actors.Accounts.SignIn.Guesses;

/// <summary>An admitted attempt, from before its password check until its result is known.</summary>
/// <param name="Network">The client's network.</param>
/// <param name="Known">True if the account knows the network.</param>
/// <param name="Turn">Its permit in the quota of unknown networks.</param>
[GenerateSerializer, Immutable, Alias("accounts.CountedAttempt")]
internal sealed record CountedAttempt([property: Id(0)] string Network, [property: Id(1)] bool Known, [property: Id(2)] long Turn);
