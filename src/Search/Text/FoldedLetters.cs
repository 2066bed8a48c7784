using System.Buffers;

namespace Actors.Search.Text;

/// <summary>A folded text (<see cref="TextFolding"/>) in pooled memory. Dispose it.</summary>
internal readonly ref struct FoldedLetters
{
    private readonly char[] _rented;

    public FoldedLetters(ReadOnlySpan<char> text)
    {
        _rented = ArrayPool<char>.Shared.Rent(text.Length);
        var length = TextFolding.FoldPlain(text, _rented);
        Span = length >= 0 ? _rented.AsSpan(0, length) : FullFolding.Fold(text.ToString());
    }

    /// <summary>The folded letters, including the punctuation between words.</summary>
    public ReadOnlySpan<char> Span { get; }

    public void Dispose() => ArrayPool<char>.Shared.Return(_rented);
}
