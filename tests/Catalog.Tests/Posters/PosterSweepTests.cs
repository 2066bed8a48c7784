using Actors.Catalog.Posters;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Posters that no event shows go; a poster that somebody was just given stays.</summary>
public sealed class PosterSweepTests : IAsyncLifetime
{
    private PosterSilo _silo = null!;

    private DateTimeOffset LeasesOver => _silo.Clock.GetUtcNow() - PosterTimes.Lease;

    public async Task InitializeAsync()
    {
        _silo = await PosterSilo.StartAsync();
        _silo.Picture("/a.jpg", Fixture.Bytes("jpg"));
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task What_no_event_shows_is_deleted_when_its_lease_is_over()
    {
        var name = (await _silo.Obtain("/a.jpg")).Name!;
        (await _silo.Sweeper.Sweep(LeasesOver)).ShouldBe(0);
        _silo.Clock.Advance(PosterTimes.Lease + TimeSpan.FromSeconds(1));
        (await _silo.Sweeper.Sweep(LeasesOver)).ShouldBe(1);
        _silo.Files().ShouldBeEmpty();
        (await _silo.Grains.GetPoster(name).Lease()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_held_store_deletes_nothing_until_it_is_released()
    {
        await _silo.Obtain("/a.jpg");
        _silo.Clock.Advance(PosterTimes.Lease + TimeSpan.FromSeconds(1));
        _silo.Held.IsHeld = true;
        (await _silo.Sweeper.Sweep(LeasesOver)).ShouldBe(0);
        _silo.Files().ShouldNotBeEmpty();

        _silo.Held.IsHeld = false;
        (await _silo.Sweeper.Sweep(LeasesOver)).ShouldBe(1);
    }

    [Fact]
    public async Task What_an_event_shows_stays()
    {
        var name = (await _silo.Obtain("/a.jpg")).Name!;
        _silo.References.Show(name);
        _silo.Clock.Advance(PosterTimes.Lease * 100);
        (await _silo.Sweeper.Sweep(LeasesOver)).ShouldBe(0);
        _silo.Files().ShouldBe([name]);
    }

    [Fact]
    public async Task The_event_may_be_stored_between_the_list_and_the_deletion()
    {
        var name = (await _silo.Obtain("/a.jpg")).Name!;
        _silo.Clock.Advance(PosterTimes.Lease * 2);
        var listed = await _silo.References.UnreferencedAsync(LeasesOver, "", 10);
        _silo.References.Show(name);
        listed.ShouldBe([name]);
        (await _silo.Grains.GetPoster(name).RemoveUnused(LeasesOver)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_event_being_created_keeps_its_poster_through_a_sweep()
    {
        await _silo.Obtain("/a.jpg");
        _silo.Clock.Advance(PosterTimes.Lease * 2);
        var name = (await _silo.Obtain("/a.jpg")).Name!; // an event is being created
        (await _silo.Sweeper.Sweep(LeasesOver)).ShouldBe(0);
        _silo.References.Show(name); // and stored
        _silo.Files().ShouldBe([name]);
    }

    [Fact]
    public async Task Without_the_lease_the_event_would_show_a_deleted_poster()
    {
        await _silo.Obtain("/a.jpg");
        _silo.Clock.Advance(PosterTimes.Lease * 2);
        var name = (await _silo.Obtain("/a.jpg")).Name!;
        (await _silo.Sweeper.Sweep(DateTimeOffset.MaxValue)).ShouldBe(1); // no lease counts
        _silo.References.Show(name);
        _silo.Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_asks_while_a_poster_is_deleted_gets_it_made_again()
    {
        var name = (await _silo.Obtain("/a.jpg")).Name!;
        _silo.Clock.Advance(PosterTimes.Lease * 2);
        TaskCompletionSource deleting = new(), release = new();
        _silo.Store.BeforeDelete = _ => { deleting.TrySetResult(); return release.Task; };
        var sweep = _silo.Sweeper.Sweep(LeasesOver);
        await deleting.Task;
        var obtained = _silo.Obtain("/a.jpg");
        obtained.IsCompleted.ShouldBeFalse();
        release.SetResult();
        (await sweep).ShouldBe(1);
        (await obtained).Name.ShouldBe(name);
        _silo.Files().ShouldBe([name]);
        _silo.Encoder.Conversions.ShouldBe(2);
    }

    [Fact]
    public async Task A_put_that_does_not_end_leaves_a_row_by_which_the_poster_is_swept()
    {
        var name = "";
        _silo.Store.BeforePut = poster => { name = poster; throw new IOException("disk full"); };
        await Should.ThrowAsync<IOException>(() => _silo.Obtain("/a.jpg"));
        (await _silo.Grains.GetPoster(name).Lease()).ShouldBeFalse();
        await _silo.Folder.PutAsync(name, [1]); // as if only the answer had been lost
        _silo.Clock.Advance(PosterTimes.Lease * 2);
        (await _silo.Sweeper.Sweep(LeasesOver)).ShouldBe(1);
        _silo.Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_clock_that_is_set_back_shortens_no_lease()
    {
        var name = (await _silo.Obtain("/a.jpg")).Name!;
        var given = _silo.Clock.GetUtcNow();
        _silo.Clock.SetUtcNow(given - TimeSpan.FromHours(3));
        await _silo.Obtain("/a.jpg");
        (await _silo.Grains.GetPoster(name).RemoveUnused(given)).ShouldBeFalse();
    }
}
