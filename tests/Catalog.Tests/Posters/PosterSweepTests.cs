using Actors.Catalog.Posters;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Unused posters are deleted; leased posters are kept.</summary>
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
    public async Task Unused_poster_is_deleted_after_its_lease()
    {
        var name = (await _silo.Obtain("/a.jpg")).Name!;
        (await _silo.Sweeper.Sweep(LeasesOver)).ShouldBe(0);
        _silo.Clock.Advance(PosterTimes.Lease + TimeSpan.FromSeconds(1));
        (await _silo.Sweeper.Sweep(LeasesOver)).ShouldBe(1);
        _silo.Files().ShouldBeEmpty();
        (await _silo.Grains.GetPoster(name).Lease()).ShouldBeFalse();
    }

    [Fact]
    public async Task Held_store_deletes_nothing()
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
    public async Task Used_poster_stays()
    {
        var name = (await _silo.Obtain("/a.jpg")).Name!;
        _silo.References.Show(name);
        _silo.Clock.Advance(PosterTimes.Lease * 100);
        (await _silo.Sweeper.Sweep(LeasesOver)).ShouldBe(0);
        _silo.Files().ShouldBe([name]);
    }

    [Fact]
    public async Task Event_stored_during_the_sweep_keeps_its_poster()
    {
        var name = (await _silo.Obtain("/a.jpg")).Name!;
        _silo.Clock.Advance(PosterTimes.Lease * 2);
        var listed = await _silo.References.UnreferencedAsync(LeasesOver, "", 10);
        _silo.References.Show(name);
        listed.ShouldBe([name]);
        (await _silo.Grains.GetPoster(name).RemoveUnused(LeasesOver)).ShouldBeFalse();
    }

    [Fact]
    public async Task Lease_protects_the_poster_of_a_new_event()
    {
        await _silo.Obtain("/a.jpg");
        _silo.Clock.Advance(PosterTimes.Lease * 2);
        var name = (await _silo.Obtain("/a.jpg")).Name!; // An event is being created.
        (await _silo.Sweeper.Sweep(LeasesOver)).ShouldBe(0);
        _silo.References.Show(name); // The event is stored.
        _silo.Files().ShouldBe([name]);
    }

    [Fact]
    public async Task Control_without_lease_the_poster_is_deleted()
    {
        await _silo.Obtain("/a.jpg");
        _silo.Clock.Advance(PosterTimes.Lease * 2);
        var name = (await _silo.Obtain("/a.jpg")).Name!;
        (await _silo.Sweeper.Sweep(DateTimeOffset.MaxValue)).ShouldBe(1); // Ignores leases.
        _silo.References.Show(name);
        _silo.Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task Request_during_a_deletion_creates_the_poster_again()
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
    public async Task Interrupted_put_is_swept_by_its_row()
    {
        var name = "";
        _silo.Store.BeforePut = poster => { name = poster; throw new IOException("disk full"); };
        await Should.ThrowAsync<IOException>(() => _silo.Obtain("/a.jpg"));
        (await _silo.Grains.GetPoster(name).Lease()).ShouldBeFalse();
        await _silo.Folder.PutAsync(name, [1]); // As if only the response had been lost.
        _silo.Clock.Advance(PosterTimes.Lease * 2);
        (await _silo.Sweeper.Sweep(LeasesOver)).ShouldBe(1);
        _silo.Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task Clock_set_back_does_not_shorten_a_lease()
    {
        var name = (await _silo.Obtain("/a.jpg")).Name!;
        var given = _silo.Clock.GetUtcNow();
        _silo.Clock.SetUtcNow(given - TimeSpan.FromHours(3));
        await _silo.Obtain("/a.jpg");
        (await _silo.Grains.GetPoster(name).RemoveUnused(given)).ShouldBeFalse();
    }
}
