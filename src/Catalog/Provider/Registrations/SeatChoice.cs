using System.Collections.Immutable;

namespace Actors.Catalog.Provider.Registrations;

/// <summary>Chooses a free seat for a visitor without a wish.</summary>
internal static class SeatChoice
{
    /// <summary>Maximum number of candidates; other visitors may hold some of them.</summary>
    private const int MaxCandidates = 100;

    /// <summary>
    /// Free seats in trial order. The first depends on the registration id, so that concurrent visitors do not all try the same seat.
    /// </summary>
    public static IEnumerable<string> Of(ImmutableArray<string> free, Guid registration)
    {
        var first = (uint)registration.GetHashCode();
        return Enumerable.Range(0, Math.Min(MaxCandidates, free.Length)).Select(n => free[(int)((first + (uint)n) % (uint)free.Length)]);
    }
}
