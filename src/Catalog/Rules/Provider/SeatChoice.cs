using System.Collections.Immutable;

namespace Actors.Catalog.Rules.Provider;

/// <summary>Which free seat a visitor gets who asked for none.</summary>
internal static class SeatChoice
{
    /// <summary>One of the free seats by chance of the registration's id, so that visitors who come at once do not all want the first; null when none is free.</summary>
    public static string? Of(ImmutableArray<string> free, Guid registration) =>
        free.IsEmpty ? null : free[(int)((uint)registration.GetHashCode() % (uint)free.Length)];
}
