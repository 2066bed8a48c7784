using Actors.Catalog.Events;
using Actors.Catalog.Events.Dates;
using Actors.Catalog.Listing.Filters;

namespace Actors.Catalog.Listing.Facts;

/// <summary>Builds blocks from events that are added in the order of their numbers.</summary>
/// <param name="places">The numbers of places.</param>
/// <param name="size">Events per block.</param>
internal sealed class FactBlockBuilder(PlaceNames places, int size = FactBlock.Size)
{
    private readonly List<FactBlock> _blocks = [];
    private readonly List<EventMoment> _moments = [];
    private Columns _columns = new();
    private int _count;

    public void Add(EventFacts e)
    {
        var row = Begin();
        var c = _columns;
        (c.Ids[row], c.Uuids[row], c.Types[row]) = (e.Id, e.Uuid, TypeNumbers.Of(e.EventType));
        (c.Prices[row], c.Ages[row]) = (e.Price, e.Age is { } age ? (byte)age : FactBlock.NoAge);
        (c.States[row], c.Places[row]) = (!e.Active ? FactState.Inactive : e.Hidden ? FactState.Hidden : FactState.Shown, places.NumberOf(e.Place));
        (c.ChangedAt[row], c.Commits[row], c.Versions[row]) = (e.ChangedAt, e.Commit, e.Version);
        if (e.Twins is not null) (c.Twins ??= new TwinMark?[FactBlock.Size])[row] = e.Twins;
        AddMoments(row, e.Moments.AsSpan());
    }

    /// <summary>Copies an event of another block.</summary>
    public void Add(FactBlock from, int at)
    {
        var row = Begin();
        var c = _columns;
        (c.Ids[row], c.Uuids[row], c.Types[row]) = (from.Ids[at], from.Uuids[at], from.Types[at]);
        (c.Prices[row], c.Ages[row]) = (from.Prices[at], from.Ages[at]);
        (c.States[row], c.Places[row]) = (from.States[at], from.Places[at]);
        (c.ChangedAt[row], c.Commits[row], c.Versions[row]) = (from.ChangedAt[at], from.Commits[at], from.Versions[at]);
        if (from.Twins?[at] is { } twins) (c.Twins ??= new TwinMark?[FactBlock.Size])[row] = twins;
        AddMoments(row, from.MomentsOf(at));
    }

    /// <summary>Returns all blocks and empties the builder.</summary>
    public List<FactBlock> ToBlocks()
    {
        Close();
        return _blocks;
    }

    private int Begin()
    {
        if (_count == size) Close();
        return _count++;
    }

    private void AddMoments(int row, ReadOnlySpan<EventMoment> moments)
    {
        var (first, last) = (long.MaxValue, long.MinValue);
        foreach (var moment in moments) (first, last) = (Math.Min(first, moment.From), Math.Max(last, moment.To));
        (_columns.First[row], _columns.Last[row]) = (first, last);
        _moments.AddRange(moments);
        _columns.Starts[row + 1] = _moments.Count;
    }

    private void Close()
    {
        if (_count == 0) return;
        var c = _columns;
        var rows = (_count + RangeBits.Group - 1) / RangeBits.Group * RangeBits.Group;
        _blocks.Add(new FactBlock
        {
            Count = _count,
            Ids = c.Ids[..rows],
            Uuids = c.Uuids[.._count],
            Types = c.Types[..rows],
            States = c.States[..rows],
            Prices = c.Prices[..rows],
            Ages = c.Ages[..rows],
            Places = c.Places[.._count],
            First = c.First[..rows],
            Last = c.Last[..rows],
            Starts = c.Starts[..(_count + 1)],
            Moments = [.. _moments],
            ChangedAt = c.ChangedAt[..rows],
            Commits = c.Commits[..rows],
            Versions = c.Versions[.._count],
            Twins = c.Twins?[.._count],
        });
        _columns = new Columns();
        _moments.Clear();
        _count = 0;
    }

    private sealed class Columns
    {
        public readonly long[] Ids = new long[FactBlock.Size];
        public readonly Guid[] Uuids = new Guid[FactBlock.Size];
        public readonly byte[] Types = new byte[FactBlock.Size];
        public readonly FactState[] States = new FactState[FactBlock.Size];
        public readonly long[] Prices = new long[FactBlock.Size];
        public readonly byte[] Ages = new byte[FactBlock.Size];
        public readonly int[] Places = new int[FactBlock.Size];
        public readonly long[] First = new long[FactBlock.Size];
        public readonly long[] Last = new long[FactBlock.Size];
        public readonly int[] Starts = new int[FactBlock.Size + 1];
        public readonly long[] ChangedAt = new long[FactBlock.Size];
        public readonly long[] Commits = new long[FactBlock.Size];
        public readonly long[] Versions = new long[FactBlock.Size];
        public TwinMark?[]? Twins;
    }
}
