using System.Collections.Immutable;
using Actors.Catalog.Posters.Stores;

namespace Actors.Catalog.Tests.Posters;

/// <summary>The folder, with a place to stand before a put and before a delete.</summary>
internal sealed class WatchedStore(FolderPosterStore folder) : IPosterStore
{
    public Func<string, Task> BeforePut { get; set; } = _ => Task.CompletedTask;
    public Func<string, Task> BeforeDelete { get; set; } = _ => Task.CompletedTask;

    public async Task PutAsync(string name, ImmutableArray<byte> webp, CancellationToken cancellationToken = default)
    {
        await BeforePut(name);
        await folder.PutAsync(name, webp, cancellationToken);
    }

    public async Task DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        await BeforeDelete(name);
        await folder.DeleteAsync(name, cancellationToken);
    }

    public Task<bool> ExistsAsync(string name, CancellationToken cancellationToken = default) => folder.ExistsAsync(name, cancellationToken);

    public Task TidyAsync(DateTimeOffset before, CancellationToken cancellationToken = default) => folder.TidyAsync(before, cancellationToken);

    public string UrlOf(string name) => folder.UrlOf(name);
}
