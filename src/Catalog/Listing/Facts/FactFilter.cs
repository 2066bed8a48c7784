using System.Numerics;
using Actors.Catalog.Listing.Filters;

namespace Actors.Catalog.Listing.Facts;

/// <summary>Which events of blocks a filter takes, a block at a time.</summary>
internal sealed class FactFilter(EventFilter filter, PlaceNames places)
{
    /// <summary>For each place, once it was looked at: whether it is meant.</summary>
    private readonly bool?[] _places = filter.Place.Length == 0 ? [] : new bool?[places.Count];

    /// <summary>Keeps the bits of events that the filter takes.</summary>
    public void And(FactBlock block, Span<ulong> bits)
    {
        if (filter.PriceMin > long.MinValue || filter.PriceMax < long.MaxValue) RangeBits.And(bits, block.Prices, filter.PriceMin, filter.PriceMax);
        if (filter.Age is { } age) RangeBits.And(bits, block.Ages, 0, (byte)Math.Clamp(age, 0, FactBlock.NoAge - 1));
        AndChanged(block, bits);
        if (!filter.Dates.IsAlways) AndDates(block, bits);
        if (filter.Place.Length > 0) AndPlaces(block, bits);
    }

    /// <summary>Keeps the bits of events that changed since the filter's moment.</summary>
    public void AndChanged(FactBlock block, Span<ulong> bits)
    {
        if (filter.ChangedSince is { } since) RangeBits.And(bits, block.ChangedAt, since, long.MaxValue);
        if (filter.FirstCommit is { } commit) RangeBits.And(bits, block.Commits, commit, long.MaxValue);
    }

    // Most events are told by their first and last date; the others by each.
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
                if (!IsMeant(block.Places[(word * RangeBits.Group) + bit])) bits[word] &= ~(1UL << bit);
            }
        }
    }

    private bool IsMeant(int place) => _places[place] ??= places[place].Contains(filter.Place, StringComparison.Ordinal);
}
