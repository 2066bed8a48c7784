namespace Actors.Search.Typos;

/// <summary>Edit distances to a pattern of any length, computed cell by cell.</summary>
internal readonly ref struct EditDistance : IDistance
{
    private readonly ReadOnlySpan<char> _pattern;
    private readonly Span<byte> _rows;
    private readonly int _bound;
    private readonly int _width;

    /// <param name="pattern">The typed word.</param>
    /// <param name="bound">The greatest distance that is told apart; all greater ones count as bound + 1.</param>
    /// <param name="rows">A buffer of <see cref="Size"/> bytes.</param>
    public EditDistance(ReadOnlySpan<char> pattern, int bound, Span<byte> rows)
    {
        _pattern = pattern;
        _rows = rows;
        (_bound, _width) = (bound, pattern.Length + 1);
        rows[..Size(pattern.Length, bound)].Fill((byte)(bound + 1));
        for (var j = 0; j < _width; j++) rows[j] = Capped(j);
    }

    public int MaxDepth => _pattern.Length + _bound;

    public static int Size(int pattern, int bound) => (pattern + 1) * (pattern + bound + 1);

    public int At(int depth, int length) => _rows[(depth * _width) + length];

    public bool Extend(ReadOnlySpan<char> word, int depth)
    {
        var row = _rows.Slice(depth * _width, _width);
        var above = _rows.Slice((depth - 1) * _width, _width);
        row[0] = Capped(depth);
        var from = Math.Max(1, depth - _bound);
        var to = Math.Min(_width - 1, depth + _bound);
        if (from > 1) row[from - 1] = (byte)(_bound + 1);
        var least = from == 1 ? row[0] : (byte)(_bound + 1);
        for (var j = from; j <= to; j++)
        {
            row[j] = Cell(word, depth, j, row, above);
            least = Math.Min(least, row[j]);
        }

        if (to < _width - 1) row[to + 1] = (byte)(_bound + 1);
        return least <= _bound || (depth > 1 && Least(depth - 1) < _bound);
    }

    private byte Cell(ReadOnlySpan<char> word, int depth, int j, Span<byte> row, Span<byte> above)
    {
        var c = word[depth - 1];
        var best = c == _pattern[j - 1] ? above[j - 1] : Math.Min(above[j - 1], Math.Min(above[j], row[j - 1])) + 1;
        if (depth > 1 && j > 1 && c == _pattern[j - 2] && word[depth - 2] == _pattern[j - 1])
            best = Math.Min(best, _rows[((depth - 2) * _width) + j - 2] + 1);
        return Capped(best);
    }

    private int Least(int depth)
    {
        var least = _bound + 1;
        var to = Math.Min(_width - 1, depth + _bound);
        for (var j = Math.Max(0, depth - _bound); j <= to; j++) least = Math.Min(least, At(depth, j));
        return least;
    }

    private byte Capped(int distance) => (byte)Math.Min(distance, _bound + 1);
}
