using System.Collections.Immutable;
using Actors.Grains.Calls;

namespace Actors.Catalog.Posters;

/// <summary>
/// A stored poster. Key: its name. Only this grain puts and deletes the file, one call at a time, so no caller gets a poster that is being deleted.
/// </summary>
[Alias("catalog.IPosterGrain")]
internal interface IPosterGrain : IGrainWithStringKey
{
    /// <summary>Commits the row, then puts the file. The poster is leased as by <see cref="Lease"/>.</summary>
    [Alias("Store"), ResponseTimeout(PosterTimes.CallTimeout), Repeatable(Repeat.Always)]
    Task Store(PosterFile file);

    /// <summary>Whether the poster exists. If so, it is kept for at least <see cref="PosterTimes.Lease"/>.</summary>
    [Alias("Lease"), ResponseTimeout(PosterTimes.CallTimeout), Repeatable(Repeat.Always)]
    Task<bool> Lease();

    /// <summary>Deletes the poster if its last lease is older than a moment and no event uses it.</summary>
    [Alias("Remove"), ResponseTimeout(PosterTimes.CallTimeout), Repeatable(Repeat.Always)]
    Task<bool> RemoveUnused(DateTimeOffset leasedBefore);
}

/// <summary>The bytes of a finished poster.</summary>
[GenerateSerializer, Immutable, Alias("catalog.PosterFile")]
internal sealed record PosterFile([property: Id(0)] ImmutableArray<byte> WebP);
