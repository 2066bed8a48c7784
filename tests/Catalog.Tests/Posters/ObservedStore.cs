using System.Collections.Immutable;
using Actors.Catalog.Posters.Stores;

namespace Actors.Catalog.Tests.Posters;

/// <summary>A folder store that can pause before a put and before a delete.</summary>
internal sealed class ObservedStore(FolderPosterStore folder) : IPosterStore
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

    public Task RemoveUnfinishedAsync(DateTimeOffset before, CancellationToken cancellationToken = default) => folder.RemoveUnfinishedAsync(before, cancellationToken);

    public string UrlOf(string name) => folder.UrlOf(name);
}
