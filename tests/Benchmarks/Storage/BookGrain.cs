namespace Actors.Benchmarks.Storage;

/// <summary>Writes its state of about 1 KB on every call.</summary>
[GrainType("book")]
internal sealed class BookGrain([PersistentState("book", "books")] IPersistentState<Book> book) : Grain, IBookGrain
{
    public Task Turn()
    {
        book.State = book.State with { Pages = book.State.Pages + 1 };
        return book.WriteStateAsync();
    }
}
