using System.Collections.Immutable;
using Actors.Grains.Calls;

namespace Actors.Catalog.Posters;

/// <summary>One stored poster. Key: its name. Its file is put and deleted by this grain alone, one turn at a time, so that
/// nobody is given a poster that is being deleted.</summary>
[Alias("catalog.IPosterGrain")]
internal interface IPosterGrain : IGrainWithStringKey
{
    /// <summary>Commits the intent, then puts the file; leased as by <see cref="Lease"/>.</summary>
    [Alias("Store"), ResponseTimeout(PosterTimes.CallTimeout), Repeatable(Repeat.Always)]
    Task Store(PosterFile file);

    /// <summary>Is the poster there? If so it stays for <see cref="PosterTimes.Lease"/> at least.</summary>
    [Alias("Lease"), ResponseTimeout(PosterTimes.CallTimeout), Repeatable(Repeat.Always)]
    Task<bool> Lease();

    /// <summary>Deletes the poster if nobody leased it since a moment and no event shows it.</summary>
    [Alias("Remove"), ResponseTimeout(PosterTimes.CallTimeout), Repeatable(Repeat.Always)]
    Task<bool> RemoveUnused(DateTimeOffset leasedBefore);
}

/// <summary>The bytes of a finished poster.</summary>
[GenerateSerializer, Immutable, Alias("catalog.PosterFile")]
internal sealed record PosterFile([property: Id(0)] ImmutableArray<byte> WebP);
