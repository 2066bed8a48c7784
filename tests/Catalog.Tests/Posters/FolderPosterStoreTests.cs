using System.Collections.Immutable;
using Actors.Catalog.Posters.Stores;
using Actors.Persistence;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Posters in a folder.</summary>
public sealed class FolderPosterStoreTests : IDisposable
{
    private static readonly ImmutableArray<byte> Content = [1, 2, 3];
    private static readonly string Name = PosterName.Of(Content.AsSpan());

    private readonly TempFolder _temp = new("posters");
    private readonly FolderPosterStore _store;

    public FolderPosterStoreTests() => _store = new FolderPosterStore(_temp.Combine("posters"));

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task What_is_put_is_there_until_it_is_deleted()
    {
        (await _store.ExistsAsync(Name)).ShouldBeFalse();
        await _store.DeleteAsync(Name);
        await _store.PutAsync(Name, Content);
        await _store.PutAsync(Name, Content);
        (await _store.ExistsAsync(Name)).ShouldBeTrue();
        File.ReadAllBytes(_store.PathOf(Name)).ShouldBe(Content);
        Directory.GetFiles(_temp.Combine("posters")).ShouldBe([_store.PathOf(Name)]);
        await _store.DeleteAsync(Name);
        Directory.GetFiles(_temp.Combine("posters")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_unfinished_stays_and_foreign_files_are_left_alone()
    {
        await _store.PutAsync(Name, Content);
        var folder = _temp.Combine("posters");
        await File.WriteAllTextAsync(Path.Combine(folder, Name + ".0123.tmp"), "half");
        await File.WriteAllTextAsync(Path.Combine(folder, "notes.txt"), "mine");
        await _store.TidyAsync(DateTimeOffset.UnixEpoch);
        Directory.GetFiles(folder).Length.ShouldBe(3);
        await _store.TidyAsync(DateTimeOffset.MaxValue);
        Directory.GetFiles(folder).Select(Path.GetFileName).Order().ShouldBe(new[] { Name, "notes.txt" }.Order());
    }

    [Fact]
    public async Task Only_names_of_posters_become_paths()
    {
        Should.Throw<ArgumentException>(() => _store.PathOf("../actors.db"));
        await Should.ThrowAsync<ArgumentException>(() => _store.DeleteAsync("../actors.db"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_an_outage()
    {
        await File.WriteAllTextAsync(_temp.Combine("file"), "");
        var store = new FolderPosterStore(_temp.Combine("file/posters"));
        await Should.ThrowAsync<StoreUnavailableException>(() => store.PutAsync(Name, Content));
    }

    [Fact]
    public async Task A_put_that_fails_leaves_nothing_behind()
    {
        Directory.CreateDirectory(_store.PathOf(Name)); // in the way of the rename
        await Should.ThrowAsync<StoreUnavailableException>(() => _store.PutAsync(Name, Content));
        Directory.GetFiles(_temp.Combine("posters")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_put_that_is_cancelled_leaves_nothing_behind()
    {
        await Should.ThrowAsync<OperationCanceledException>(() => _store.PutAsync(Name, Content, new CancellationToken(canceled: true)));
        Directory.GetFiles(_temp.Combine("posters")).ShouldBeEmpty();
    }

    [Fact]
    public void Posters_have_addresses_on_this_host() => _store.UrlOf(Name).ShouldBe("/posters/" + Name);
}
