using Actors.Persistence;

namespace Actors.Benchmarks.Storage;

/// <summary>The written state: about 1 KB as JSON.</summary>
internal sealed record Book(string Title, long Pages, string Text)
{
    private const int TextLength = 950;

    public Book()
        : this("New", 0, new string('n', TextLength))
    {
    }

    public static RowKind<Book> OfGrains { get; } = Of("bench_grains");

    public static RowKind<Book> OfStore { get; } = Of("bench_store");

    public static Book Number(int number) => new($"Book {number}", number, new string((char)('a' + (number % 26)), TextLength));

    private static RowKind<Book> Of(string table) => new(
        table, StoredJson.TypeInfo<Book>(), new RowColumn<Book>("pages", ColumnType.Integer, book => book.Pages));
}
