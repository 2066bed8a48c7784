namespace Actors.Accounts.Accounts;

/// <summary>
/// How long an account's memory is believed without a look at its row. In a cluster a silo that was voted out and does not know it yet may have
/// an activation beside the one that counts.
/// </summary>
/// <param name="Bound">Null: for ever, which holds on a silo that is alone.</param>
internal sealed record AccountFreshness(TimeSpan? Bound)
{
    /// <summary>The bound in a cluster: one read of one row, for an account that is used, in this time.</summary>
    public static readonly TimeSpan InCluster = TimeSpan.FromSeconds(10);
}
