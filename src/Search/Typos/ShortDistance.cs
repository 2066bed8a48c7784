namespace Actors.Search.Typos;

/// <summary>
/// Distances to a pattern of at most 63 letters, a row in a few steps: bit <c>j</c> of number <c>d</c> of a row says that the distance to the
/// pattern's first <c>j</c> letters is at most <c>d</c>.
/// </summary>
internal readonly ref struct ShortDistance : IDistance
{
    /// <summary>Longest pattern.</summary>
    public const int MaxLength = 63;

    private readonly PatternLetters _letters;
    private readonly Span<ulong> _rows;
    private readonly int _bound;
    private readonly ulong _all;

    /// <param name="pattern">The word that was typed.</param>
    /// <param name="bound">The distance above which all are the same: too far.</param>
    /// <param name="rows">Room for <see cref="Size"/> numbers.</param>
    /// <param name="letters">Room for <see cref="PatternLetters.Size"/> letters.</param>
    /// <param name="places">Room for as many numbers.</param>
    public ShortDistance(ReadOnlySpan<char> pattern, int bound, Span<ulong> rows, Span<char> letters, Span<ulong> places)
    {
        _letters = new PatternLetters(pattern, letters, places);
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
        var same = _letters.PlacesOf(word[depth - 1]);
        row[0] = above[0] << 1 & same;
        for (var d = 1; d < row.Length; d++)
            row[d] = ((above[d] << 1 & same) | above[d - 1] | (above[d - 1] << 1) | (row[d - 1] << 1)) & _all;
        if (depth > 1) AddSwaps(row, same << 1 & _letters.PlacesOf(word[depth - 2]) & _all, depth);
        return row[^1] != 0 || (depth > 1 && _bound > 0 && above[_bound - 1] != 0);
    }

    // The letter and the one before it stand the other way round in the pattern.
    private void AddSwaps(Span<ulong> row, ulong swapped, int depth)
    {
        if (swapped == 0) return;
        var before = _rows.Slice((depth - 2) * (_bound + 1), _bound + 1);
        for (var d = 1; d < row.Length; d++) row[d] |= before[d - 1] << 2 & swapped;
        for (var d = 1; d < row.Length; d++) row[d] |= row[d - 1] << 1 & _all;
    }
}
