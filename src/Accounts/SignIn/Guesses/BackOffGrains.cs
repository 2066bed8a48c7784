using Actors.Accounts.Identifiers;

namespace Actors.Accounts.SignIn.Guesses;

/// <summary>Gets the back-off of an identifier.</summary>
internal static class BackOffGrains
{
    public static IBackOffGrain GetBackOff(this IGrainFactory grains, Identifier identifier) =>
        grains.GetGrain<IBackOffGrain>(identifier.Key);
}
