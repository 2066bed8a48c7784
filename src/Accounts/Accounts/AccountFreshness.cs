namespace Actors.Accounts.Accounts;

/// <summary>
/// How long an account's activation may answer without reading its row. In a cluster, a silo that was voted out and does not know it yet may hold a
/// second, stale activation.
/// </summary>
/// <param name="Bound">Null for no limit, on a silo without a cluster.</param>
internal sealed record AccountFreshness(TimeSpan? Bound)
{
    /// <summary>The bound in a cluster: an account in use reads its row once in this time.</summary>
    public static readonly TimeSpan InCluster = TimeSpan.FromSeconds(10);
}
