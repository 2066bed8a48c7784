namespace Actors.Search.Typos;

/// <summary>
/// Edit distances to a pattern of at most 63 letters, computed with bit vectors: bit <c>j</c> of element <c>d</c> of a row is set if the distance to
/// the pattern's first <c>j</c> letters is at most <c>d</c>.
/// </summary>
internal readonly ref struct ShortDistance : IDistance
{
    /// <summary>Maximum length of a pattern.</summary>
    public const int MaxLength = 63;

    private readonly PatternLetters _letters;
    private readonly Span<ulong> _rows;
    private readonly int _bound;
    private readonly ulong _all;

    /// <param name="pattern">The typed word.</param>
    /// <param name="bound">The greatest distance that is told apart; all greater ones count as bound + 1.</param>
    /// <param name="rows">A buffer of <see cref="Size"/> numbers.</param>
    /// <param name="letters">A buffer of <see cref="PatternLetters.Size"/> letters.</param>
    /// <param name="positions">A buffer of <see cref="PatternLetters.Size"/> numbers.</param>
    public ShortDistance(ReadOnlySpan<char> pattern, int bound, Span<ulong> rows, Span<char> letters, Span<ulong> positions)
    {
        _letters = new PatternLetters(pattern, letters, positions);
        _rows = rows;
        _bound = bound;
        _all = ulong.MaxValue >> (MaxLength - pattern.Length);
        MaxDepth = pattern.Length + bound;
        for (var d = 0; d <= bound; d++) rows[d] = ((2UL << d) - 1) & _all;
    }

    public int MaxDepth { get; }

    public static int Size(int pattern, int bound) => (bound + 1) * (pattern + bound + 1);

    public int At(int depth, int length)
    {
        var row = _rows.Slice(depth * (_bound + 1), _bound + 1);
        var distance = 0;
        while (distance <= _bound && (row[distance] >> length & 1) == 0) distance++;
        return distance;
    }

    public bool Extend(ReadOnlySpan<char> word, int depth)
    {
        var row = _rows.Slice(depth * (_bound + 1), _bound + 1);
        var above = _rows.Slice((depth - 1) * (_bound + 1), _bound + 1);
        var same = _letters.PositionsOf(word[depth - 1]);
        row[0] = above[0] << 1 & same;
        for (var d = 1; d < row.Length; d++)
            row[d] = ((above[d] << 1 & same) | above[d - 1] | (above[d - 1] << 1) | (row[d - 1] << 1)) & _all;
        if (depth > 1) AddSwaps(row, same << 1 & _letters.PositionsOf(word[depth - 2]) & _all, depth);
        return row[^1] != 0 || (depth > 1 && _bound > 0 && above[_bound - 1] != 0);
    }

    // Counts two swapped neighbouring letters as one typo.
    private void AddSwaps(Span<ulong> row, ulong swapped, int depth)
    {
        if (swapped == 0) return;
        var before = _rows.Slice((depth - 2) * (_bound + 1), _bound + 1);
        for (var d = 1; d < row.Length; d++) row[d] |= before[d - 1] << 2 & swapped;
        for (var d = 1; d < row.Length; d++) row[d] |= row[d - 1] << 1 & _all;
    }
}
