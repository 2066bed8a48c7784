using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Catalog.Events.Dates;
using Actors.Catalog.Listing.Filters;

namespace Actors.Catalog.Listing.Facts;

/// <summary>
/// The filter columns of up to <see cref="Size"/> events in the order of their numbers. Immutable. The length of a column is a multiple of
/// <see cref="RangeBits.Group"/>.
/// </summary>
internal sealed class FactBlock
{
    /// <summary>Maximum events of a block. A change copies one block, so blocks are small; filters work group by group, so they are not too small.</summary>
    public const int Size = 512;

    /// <summary>Words of a bit set with one bit per event.</summary>
    public const int Words = Size / RangeBits.Group;

    /// <summary>The value of an unknown age.</summary>
    public const byte NoAge = byte.MaxValue;

    public required int Count { get; init; }

    public required long[] Ids { get; init; }

    public required Guid[] Uuids { get; init; }

    /// <summary>As numbers of <see cref="TypeNumbers"/>.</summary>
    public required byte[] Types { get; init; }

    public required FactState[] States { get; init; }

    public required long[] Prices { get; init; }

    public required byte[] Ages { get; init; }

    /// <summary>As numbers of <see cref="PlaceNames"/>.</summary>
    public required int[] Places { get; init; }

    /// <summary>When the first date of each event begins, in unix milliseconds.</summary>
    public required long[] First { get; init; }

    /// <summary>When the last date of each event ends.</summary>
    public required long[] Last { get; init; }

    /// <summary>The index in <see cref="Moments"/> at which the dates of each event begin.</summary>
    public required int[] Starts { get; init; }

    public required EventMoment[] Moments { get; init; }

    public required long[] ChangedAt { get; init; }

    /// <summary>The commit that changed each event last.</summary>
    public required long[] Commits { get; init; }

    public required long[] Versions { get; init; }

    /// <summary>The sets of duplicates that events are in; null if no event of the block is in one.</summary>
    public required TwinMark?[]? Twins { get; init; }

    public long FirstId => Ids[0];

    public long LastId => Ids[Count - 1];

    /// <summary>The row of an event; negative if the block does not have it.</summary>
    public int Find(long id) => Ids.AsSpan(0, Count).BinarySearch(id);

    public ReadOnlySpan<EventMoment> MomentsOf(int row) => Moments.AsSpan(Starts[row], Starts[row + 1] - Starts[row]);

    public EventFacts this[int row, PlaceNames places] => new(
        Ids[row], Uuids[row], TypeNumbers.NameOf(Types[row]), States[row] != FactState.Inactive, Prices[row], Ages[row] == NoAge ? null : Ages[row],
        places[Places[row]], [.. MomentsOf(row)], ChangedAt[row], Commits[row], Versions[row])
    {
        Twins = Twins?[row],
        Hidden = States[row] == FactState.Hidden,
    };
}
