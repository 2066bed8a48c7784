namespace Actors.Cluster.Calls;

/// <summary>Waits until the cluster has voted a lost silo out: before that a second attempt would go to the same place. Members keep to the machine's clock.</summary>
internal sealed class MembershipChange(IClusterMembershipService membership)
{
    /// <summary>Longer than a lost silo is a member.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The version of the list of members that is known here.</summary>
    public MembershipVersion Version => membership.CurrentSnapshot.Version;

    /// <summary>Completes when the list has changed since, or when it is not worth waiting any longer.</summary>
    public async Task AfterAsync(MembershipVersion seen)
    {
        if (Version > seen) return;
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            await foreach (var snapshot in membership.MembershipUpdates.WithCancellation(patience.Token))
            {
                if (snapshot.Version > seen) return;
            }
        }
        catch (OperationCanceledException)
        {
            // The silo is alive after all, or nobody noticed yet: the second attempt will tell.
        }
    }
}
