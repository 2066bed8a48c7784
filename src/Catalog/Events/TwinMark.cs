namespace Actors.Catalog.Events;

/// <summary>That an operator said of an event that it is the same as others.</summary>
/// <param name="Set">What these events have in common: the least of their uuids.</param>
/// <param name="Shown">True when the operator wants this one shown.</param>
[GenerateSerializer, Immutable, Alias("catalog.TwinMark")]
internal sealed record TwinMark([property: Id(0)] Guid Set, [property: Id(1)] bool Shown)
{
    /// <summary>The order in which the events of a set are to be shown: the chosen one, then the oldest.</summary>
    /// <param name="id">Our number of the event.</param>
    public long RankOf(long id) => Shown ? 0 : id;
}
