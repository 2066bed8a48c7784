namespace Actors.Search.Index;

/// <summary>Concatenates words that are joined by hyphens.</summary>
internal ref struct Compound(Span<char> buffer)
{
    private readonly Span<char> _buffer = buffer;
    private int _length;

    /// <summary>The number of words.</summary>
    public int Parts { get; private set; }

    /// <summary>The words without hyphens, truncated to the buffer.</summary>
    public readonly ReadOnlySpan<char> Word => _buffer[.._length];

    public void Append(ReadOnlySpan<char> word)
    {
        var taken = word[..Math.Min(word.Length, _buffer.Length - _length)];
        taken.CopyTo(_buffer[_length..]);
        _length += taken.Length;
        Parts++;
    }

    public void Clear() => (_length, Parts) = (0, 0);
}
