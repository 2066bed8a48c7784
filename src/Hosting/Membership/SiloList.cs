using Actors.Hosting.Retry;

namespace Actors.Hosting.Membership;

/// <summary>
/// The cluster membership. A retry waits until the cluster has voted a lost silo out: before that it would go to the same silo. Membership
/// uses the machine's clock.
/// </summary>
internal sealed class SiloList(IClusterMembershipService membership) : ISiloList
{
    /// <summary>Exceeds the time after which a lost silo is voted out, also on a busy machine.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(6);

    public long Version => membership.CurrentSnapshot.Version.Value;

    public async Task ChangedSinceAsync(long version)
    {
        if (Version > version) return;
        using var timeout = new CancellationTokenSource(MaxWait, TimeProvider.System);
        try
        {
            await foreach (var snapshot in membership.MembershipUpdates.WithCancellation(timeout.Token))
            {
                if (snapshot.Version.Value > version) return;
            }
        }
        catch (OperationCanceledException)
        {
            // The silo is alive, or not voted out yet. The retry will show which.
        }
    }
}
