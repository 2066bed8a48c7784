using Actors.Hosting.Retry;

namespace Actors.Hosting.Membership;

/// <summary>
/// The members. A second attempt waits until the cluster has voted a lost silo out: before that it would go to the same place. Members keep
/// to the machine's clock.
/// </summary>
internal sealed class SiloList(IClusterMembershipService membership) : ISiloList
{
    /// <summary>Longer than a lost silo is a member, also on a machine that has too much to do.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    /// <inheritdoc/>
    public long Version => membership.CurrentSnapshot.Version.Value;

    /// <inheritdoc/>
    public async Task ChangedSinceAsync(long version)
    {
        if (Version > version) return;
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            await foreach (var snapshot in membership.MembershipUpdates.WithCancellation(patience.Token))
            {
                if (snapshot.Version.Value > version) return;
            }
        }
        catch (OperationCanceledException)
        {
            // The silo is alive after all, or nobody noticed yet: the second attempt will tell.
        }
    }
}
