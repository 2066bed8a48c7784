namespace Actors.Hosting.Retry;

/// <summary>The list of silos; there is none where there is one process.</summary>
public interface ISiloList
{
    /// <summary>Grows with every change that is known here.</summary>
    long Version { get; }

    /// <summary>Completes when the list has changed since, or when it is not worth waiting any longer.</summary>
    Task ChangedSinceAsync(long version);
}
