using System.Collections.Immutable;
using Actors.Catalog.Posters.Stores;
using Actors.Persistence;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Posters in a folder.</summary>
public sealed class FolderPosterStoreTests : IDisposable
{
    private static readonly ImmutableArray<byte> s_content = [1, 2, 3];
    private static readonly string s_name = PosterName.Of(s_content.AsSpan());

    private readonly TempFolder _temp = new("posters");
    private readonly FolderPosterStore _store;

    public FolderPosterStoreTests() => _store = new FolderPosterStore(_temp.Combine("posters"));

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Put_poster_exists_until_deleted()
    {
        (await _store.ExistsAsync(s_name)).ShouldBeFalse();
        await _store.DeleteAsync(s_name);
        await _store.PutAsync(s_name, s_content);
        await _store.PutAsync(s_name, s_content);
        (await _store.ExistsAsync(s_name)).ShouldBeTrue();
        File.ReadAllBytes(_store.PathOf(s_name)).ShouldBe(s_content);
        Directory.GetFiles(_temp.Combine("posters")).ShouldBe([_store.PathOf(s_name)]);
        await _store.DeleteAsync(s_name);
        Directory.GetFiles(_temp.Combine("posters")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_unfinished_files_are_removed()
    {
        await _store.PutAsync(s_name, s_content);
        var folder = _temp.Combine("posters");
        await File.WriteAllTextAsync(Path.Combine(folder, s_name + ".0123.tmp"), "half");
        await File.WriteAllTextAsync(Path.Combine(folder, "notes.txt"), "mine");
        await _store.RemoveUnfinishedAsync(DateTimeOffset.UnixEpoch);
        Directory.GetFiles(folder).Length.ShouldBe(3);
        await _store.RemoveUnfinishedAsync(DateTimeOffset.MaxValue);
        Directory.GetFiles(folder).Select(Path.GetFileName).Order().ShouldBe(new[] { s_name, "notes.txt" }.Order());
    }

    [Fact]
    public async Task Only_poster_names_become_paths()
    {
        Should.Throw<ArgumentException>(() => _store.PathOf("../actors.db"));
        await Should.ThrowAsync<ArgumentException>(() => _store.DeleteAsync("../actors.db"));
    }

    [Fact]
    public async Task Missing_folder_is_an_outage()
    {
        await File.WriteAllTextAsync(_temp.Combine("file"), "");
        var store = new FolderPosterStore(_temp.Combine("file/posters"));
        await Should.ThrowAsync<StoreUnavailableException>(() => store.PutAsync(s_name, s_content));
    }

    [Fact]
    public async Task Failed_put_leaves_nothing_behind()
    {
        Directory.CreateDirectory(_store.PathOf(s_name)); // in the way of the rename
        await Should.ThrowAsync<StoreUnavailableException>(() => _store.PutAsync(s_name, s_content));
        Directory.GetFiles(_temp.Combine("posters")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancelled_put_leaves_nothing_behind()
    {
        await Should.ThrowAsync<OperationCanceledException>(() => _store.PutAsync(s_name, s_content, new CancellationToken(canceled: true)));
        Directory.GetFiles(_temp.Combine("posters")).ShouldBeEmpty();
    }

    [Fact]
    public void Urls_are_paths_on_this_host() => _store.UrlOf(s_name).ShouldBe("/posters/" + s_name);
}
