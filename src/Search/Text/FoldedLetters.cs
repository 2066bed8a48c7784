using System.Buffers;

namespace Actors.Search.Text;

/// <summary>A text in comparable letters (<see cref="TextFolding"/>), in borrowed memory: dispose it.</summary>
internal readonly ref struct FoldedLetters
{
    private readonly char[] _borrowed;

    public FoldedLetters(ReadOnlySpan<char> text)
    {
        _borrowed = ArrayPool<char>.Shared.Rent(text.Length);
        var length = TextFolding.FoldPlain(text, _borrowed);
        Span = length >= 0 ? _borrowed.AsSpan(0, length) : FullFolding.Fold(text.ToString());
    }

    /// <summary>The letters, with the punctuation still between the words.</summary>
    public ReadOnlySpan<char> Span { get; }

    public void Dispose() => ArrayPool<char>.Shared.Return(_borrowed);
}
