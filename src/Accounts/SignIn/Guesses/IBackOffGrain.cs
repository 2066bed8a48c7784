using Actors.Accounts.Identifiers;
using Actors.Grains.Calls;

namespace Actors.Accounts.SignIn.Guesses;

/// <summary>
/// Slows down attempts at one identifier, whether anybody holds it or not. Key: <see cref="Identifier.Key"/>. Kept in memory until every
/// failure is too old to matter; then the activation leaves.
/// </summary>
[Alias("accounts.IBackOffGrain")]
internal interface IBackOffGrain : IGrainWithStringKey
{
    /// <summary>Lets an attempt count, before its password is looked at; null when it does not.</summary>
    /// <param name="network">Where it comes from.</param>
    /// <param name="known">Whether the account behind the identifier knows the network; false when there is none.</param>
    [Alias("Begin"), Repeatable(Repeat.Always)]
    Task<CountedAttempt?> Begin(string network, bool known);

    /// <summary>Notes what came of an attempt that counted.</summary>
    [Alias("End"), Repeatable(Repeat.Always)]
    Task End(CountedAttempt attempt, bool succeeded);
}
