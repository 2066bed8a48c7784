namespace Actors.Catalog.Events;

/// <summary>
/// Counts what this process changed of the events, after each commit: who read the rows at a count knows whether they are still true.
/// Changes of other processes show in the rows themselves.
/// </summary>
internal sealed class EventChanges
{
    private long _count;

    /// <summary>How many changes there were.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>A change was committed, or may have been.</summary>
    public void Note() => Interlocked.Increment(ref _count);
}
