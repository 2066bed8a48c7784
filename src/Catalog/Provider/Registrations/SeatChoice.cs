using System.Collections.Immutable;

namespace Actors.Catalog.Provider.Registrations;

/// <summary>Which free seat a visitor gets who asked for none.</summary>
internal static class SeatChoice
{
    /// <summary>Seats that are tried: others of ours may be about to get some of them.</summary>
    private const int Most = 100;

    /// <summary>Free seats in the order to try them, beginning by chance of the registration's id, so that visitors who come at once do not all want the first.</summary>
    public static IEnumerable<string> Of(ImmutableArray<string> free, Guid registration)
    {
        var first = (uint)registration.GetHashCode();
        return Enumerable.Range(0, Math.Min(Most, free.Length)).Select(n => free[(int)((first + (uint)n) % (uint)free.Length)]);
    }
}
