using System.Numerics;
using Actors.Catalog.Listing.Filters;

namespace Actors.Catalog.Listing.Facts;

/// <summary>Applies a filter to blocks.</summary>
internal sealed class FactFilter(EventFilter filter, PlaceNames places)
{
    /// <summary>Whether each place matches; null until it was tested.</summary>
    private readonly bool?[] _places = filter.Place.Length == 0 ? [] : new bool?[places.Count];

    /// <summary>Clears the bits of events that do not match the filter.</summary>
    public void And(FactBlock block, Span<ulong> bits)
    {
        if (filter.PriceMin > long.MinValue || filter.PriceMax < long.MaxValue) RangeBits.And(bits, block.Prices, filter.PriceMin, filter.PriceMax);
        if (filter.Age is { } age) RangeBits.And(bits, block.Ages, 0, (byte)Math.Clamp(age, 0, FactBlock.NoAge - 1));
        AndChanged(block, bits);
        if (!filter.Dates.IsAlways) AndDates(block, bits);
        if (filter.Place.Length > 0) AndPlaces(block, bits);
    }

    /// <summary>Clears the bits of events that did not change since the filter's moment or commit.</summary>
    public void AndChanged(FactBlock block, Span<ulong> bits)
    {
        if (filter.ChangedSince is { } since) RangeBits.And(bits, block.ChangedAt, since, long.MaxValue);
        if (filter.FirstCommit is { } commit) RangeBits.And(bits, block.Commits, commit, long.MaxValue);
    }

    // The first and the last date exclude most events; the others are tested date by date.
    private void AndDates(FactBlock block, Span<ulong> bits)
    {
        var dates = filter.Dates;
        RangeBits.And(bits, block.Last, dates.From, long.MaxValue);
        RangeBits.And(bits, block.First, long.MinValue, dates.To);
        for (var word = 0; word < bits.Length; word++)
        {
            for (var rest = bits[word]; rest != 0; rest &= rest - 1)
            {
                var bit = BitOperations.TrailingZeroCount(rest);
                if (!dates.MeetsAny(block.MomentsOf((word * RangeBits.Group) + bit))) bits[word] &= ~(1UL << bit);
            }
        }
    }

    private void AndPlaces(FactBlock block, Span<ulong> bits)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            for (var rest = bits[word]; rest != 0; rest &= rest - 1)
            {
                var bit = BitOperations.TrailingZeroCount(rest);
                if (!Matches(block.Places[(word * RangeBits.Group) + bit])) bits[word] &= ~(1UL << bit);
            }
        }
    }

    private bool Matches(int place) => _places[place] ??= places[place].Contains(filter.Place, StringComparison.Ordinal);
}
