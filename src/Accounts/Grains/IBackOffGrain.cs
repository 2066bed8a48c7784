namespace Actors.Accounts.Grains;

/// <summary>
/// Slows down attempts at one identifier, whether anybody holds it or not. Key: <see cref="Rules.Identifier.Key"/>. Kept in memory; a
/// quarter of an hour after the last attempt the longest wait is over and the activation leaves.
/// </summary>
[Alias("accounts.IBackOffGrain")]
internal interface IBackOffGrain : IGrainWithStringKey
{
    /// <summary>Whether an attempt from a network counts now.</summary>
    [Alias("Allows")]
    Task<bool> Allows(string network);

    /// <summary>Notes what came of an attempt that counted.</summary>
    [Alias("Report")]
    Task Report(string network, bool succeeded);
}
