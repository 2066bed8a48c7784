namespace Actors.Benchmarks.Storage;

/// <summary>The load: 1000 rows of about 1 KB by 32 callers, in short rounds, so that other load affects all alike.</summary>
internal sealed class Load
{
    public const int Rows = 1000;
    public const int Callers = 32;
    public const int Turns = 5;

    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    public string[] Keys { get; } = [.. Enumerable.Range(0, Rows).Select(i => $"book-{i:0000}")];

    public Book[] Books { get; } = [.. Enumerable.Range(0, Rows).Select(Book.Number)];
}
