namespace Actors.Catalog.Duplicates.Matching;

/// <summary>An operator's decision about two events. There is at most one per pair.</summary>
/// <param name="First">The smaller uuid.</param>
/// <param name="Second">The larger uuid.</param>
/// <param name="Same">Whether they are duplicates or different.</param>
/// <param name="Shown">The event of the set to show; null means the oldest.</param>
/// <param name="DecidedAt">The time of the decision.</param>
internal sealed record DuplicateDecision(Guid First, Guid Second, bool Same, Guid? Shown, DateTimeOffset DecidedAt)
{
    /// <summary>Creates a decision; the order of the events does not matter.</summary>
    public static DuplicateDecision Of(Guid one, Guid other, bool same, Guid? shown, DateTimeOffset now)
    {
        var (first, second) = Ordered(one, other);
        return new(first, second, same, shown, now);
    }

    /// <summary>Orders two uuids, the smaller first.</summary>
    public static (Guid First, Guid Second) Ordered(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);
}
