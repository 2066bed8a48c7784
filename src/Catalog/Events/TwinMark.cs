namespace Actors.Catalog.Events;

/// <summary>Membership of an event in a set of duplicates, as decided by an operator.</summary>
/// <param name="Set">The id of the set: the lowest uuid of its events.</param>
/// <param name="Shown">True if the operator chose this event to be shown.</param>
[GenerateSerializer, Immutable, Alias("catalog.TwinMark")]
internal sealed record TwinMark([property: Id(0)] Guid Set, [property: Id(1)] bool Shown)
{
    /// <summary>The rank within the set: the chosen event first, then the oldest. Lists show the active event of the lowest rank.</summary>
    /// <param name="id">The number of the event.</param>
    public long RankOf(long id) => Shown ? 0 : id;
}
