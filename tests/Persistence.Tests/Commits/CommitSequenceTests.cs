using Actors.Persistence.Commits;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;
using Orleans.Storage;

namespace Actors.Persistence.Tests.Commits;

/// <summary>The commit sequence on both databases.</summary>
public sealed class CommitSequenceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task New_and_changed_rows_are_found_once(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        await Followed.WriteAsync(store, 1);
        var follower = new Follower(store);
        (await follower.LookAsync()).ShouldBeEmpty("the first look only finds where the sequence is");

        await Followed.WriteAsync(store, 2);
        await Followed.WriteAsync(store, 1, version: 1);

        (await follower.LookAsync()).ShouldBe([1, 2]);
        (await follower.LookAsync()).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_write_is_not_found(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        await Followed.WriteAsync(store, 1);
        var follower = new Follower(store);
        await follower.LookAsync();

        await Should.ThrowAsync<InconsistentStateException>(Followed.WriteAsync(store, 1));

        (await follower.LookAsync()).ShouldBeEmpty();
        await Followed.WriteAsync(store, 2);
        (await follower.LookAsync()).ShouldBe([2]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_sequence_continues_after_a_restart(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        CommitPoint before;
        await using (var store = await database.OpenAsync())
        {
            await Followed.WriteAsync(store, 1);
            var follower = new Follower(store);
            await follower.LookAsync();
            before = follower.Point;
        }

        await using var again = await database.OpenAsync();
        await Followed.WriteAsync(again, 2);

        var changes = await again.Rows.ChangesAsync("followed", before, limit: 10);
        (changes.IsNewEpoch, changes.Rows.Single().Id).ShouldBe((false, 2));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task At_most_the_limit_of_rows_is_read(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        var start = (await store.Rows.ChangesAsync("followed", null, limit: 0)).Now;
        for (var id = 1; id <= 5; id++) await Followed.WriteAsync(store, id);

        (await store.Rows.ChangesAsync("followed", start, limit: 3)).Rows.Length.ShouldBe(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_database_has_another_epoch(string provider)
    {
        await using var first = await TestDatabase.CreateAsync(provider);
        await using var second = await TestDatabase.CreateAsync(provider);
        await using var one = await first.OpenAsync();
        await using var other = await second.OpenAsync();
        await Followed.WriteAsync(other, 1);
        var point = (await one.Rows.ChangesAsync("followed", null, limit: 0)).Now;

        var changes = await other.Rows.ChangesAsync("followed", point, limit: 10);

        (changes.IsNewEpoch, changes.IsEmpty, changes.Rows.Length).ShouldBe((true, false, 0));
    }

    [Fact]
    public async Task A_restored_SQLite_file_is_another_history()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        using var copy = new TempFolder("copy");
        CommitPoint later;
        await using (var store = await database.OpenAsync()) await Followed.WriteAsync(store, 1);
        CopyFiles(database.Folder, copy.Folder);
        await using (var store = await database.OpenAsync())
        {
            await Followed.WriteAsync(store, 2);
            later = (await store.Rows.ChangesAsync("followed", null, limit: 0)).Now;
        }

        foreach (var file in Directory.GetFiles(database.Folder, "actors.db*")) File.Delete(file);
        CopyFiles(copy.Folder, database.Folder);
        await using var restored = await database.OpenAsync();

        (await restored.Rows.ChangesAsync("followed", later, limit: 10)).IsNewEpoch.ShouldBeTrue();
    }

    private static void CopyFiles(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "actors.db*")) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    [Theory]
    [InlineData("abc:12:")]
    [InlineData("abc:12:7,9")]
    public void A_point_is_parsed_from_its_text(string text)
    {
        var point = CommitPoint.Parse(text)!;
        (point.ToString(), point.Watermark).ShouldBe((text, text.EndsWith('9') ? 7 : 12));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("abc:x:")]
    [InlineData("abc:1:2,x")]
    [InlineData("abc:-1:")]
    public void Another_text_is_not_a_point(string text) => CommitPoint.Parse(text).ShouldBeNull();
}
