using Actors.Accounts.Identifiers;
using Actors.Grains.Calls;

namespace Actors.Accounts.SignIn.Guesses;

/// <summary>
/// Throttles attempts at one identifier, even if no account has it. Key: <see cref="Identifier.Key"/>. It is only in memory, until every failure is
/// too old to count.
/// </summary>
[Alias("accounts.IBackOffGrain")]
internal interface IBackOffGrain : IGrainWithStringKey
{
    /// <summary>Begins an attempt before its password is checked; null if it is refused.</summary>
    /// <param name="network">The client's network.</param>
    /// <param name="known">True if the account of the identifier knows the network; false if there is no account.</param>
    [Alias("Begin"), Repeatable(Repeat.Always)]
    Task<CountedAttempt?> Begin(string network, bool known);

    /// <summary>Records the result of an attempt.</summary>
    [Alias("End"), Repeatable(Repeat.Always)]
    Task End(CountedAttempt attempt, bool succeeded);
}
