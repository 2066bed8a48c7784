namespace Actors.Hosting.Retry;

/// <summary>The membership of the cluster. Not registered for a silo alone.</summary>
public interface ISiloList
{
    /// <summary>Grows with every membership change that this silo knows.</summary>
    long Version { get; }

    /// <summary>Completes when the membership has changed since <paramref name="version"/>, or after a time limit.</summary>
    Task ChangedSinceAsync(long version);
}
