namespace Actors.Catalog.Duplicates.Matching;

/// <summary>What an operator decided of two events. There is one decision of two events at most.</summary>
/// <param name="First">The lesser uuid.</param>
/// <param name="Second">The greater.</param>
/// <param name="Same">They are the same event, or they are not.</param>
/// <param name="Shown">Which event of the set is to be shown; null: the oldest.</param>
/// <param name="DecidedAt">When.</param>
internal sealed record TwinDecision(Guid First, Guid Second, bool Same, Guid? Shown, DateTimeOffset DecidedAt)
{
    /// <summary>A decision, in whichever order the events are named.</summary>
    public static TwinDecision Of(Guid one, Guid other, bool same, Guid? shown, DateTimeOffset now)
    {
        var (first, second) = Ordered(one, other);
        return new(first, second, same, shown, now);
    }

    /// <summary>Two uuids, the lesser first.</summary>
    public static (Guid First, Guid Second) Ordered(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);
}
