namespace Actors.Search.Index;

/// <summary>Words that hyphens join, put together.</summary>
internal ref struct Compound(Span<char> buffer)
{
    private readonly Span<char> _buffer = buffer;
    private int _length;

    /// <summary>How many words it has.</summary>
    public int Parts { get; private set; }

    /// <summary>The words without their hyphens, as many letters as fit.</summary>
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
