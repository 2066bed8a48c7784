using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Provider.Sync;

/// <summary>Manual runs leave no gap, and a requested run survives a restart.</summary>
public sealed class SyncGapTests
{
    private static readonly DateTimeOffset s_start = new(2028, 2, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Manual_first_run_does_not_skip_older_events()
    {
        await using var provider = await FakeProvider.StartAsync();
        using var settings = new SiloSettings();
        await ByHandAsync(provider, settings, s_start);
        await using var face = await Face.StartAsync(provider, new ManualTimeProvider(s_start.AddMinutes(1)), settings);
        await AskedAsync(provider, "?changed_at=2000-01-01");
    }

    [Fact]
    public async Task Manual_run_does_not_hide_a_gap()
    {
        await using var provider = await FakeProvider.StartAsync();
        using var settings = new SiloSettings();
        await ByHandAsync(provider, settings, s_start, "--all");
        await ByHandAsync(provider, settings, s_start.AddDays(5));
        await using var face = await Face.StartAsync(provider, new ManualTimeProvider(s_start.AddDays(5).AddMinutes(1)), settings);
        await AskedAsync(provider, "?changed_at=2028-02-24");
    }

    [Fact]
    public async Task Manual_run_without_gap_counts_as_complete()
    {
        await using var provider = await FakeProvider.StartAsync();
        await using var face = await Face.StartAsync(provider, new ManualTimeProvider(s_start));
        (await face.CommandAsync("--all")).Exit.ShouldBe(0);
        var before = (await StateAsync(face)).Run;
        (await face.CommandAsync()).Exit.ShouldBe(0);
        (await StateAsync(face)).ShouldSatisfyAllConditions(s => s.Run.ShouldBeGreaterThan(before), s => s.LastComplete.ShouldBe(s_start));
    }

    [Fact]
    public async Task Requested_run_survives_a_restart()
    {
        await using var provider = await FakeProvider.StartAsync();
        using var settings = new SiloSettings();
        var never = new TaskCompletionSource();
        await using (var face = await Face.StartAsync(provider, new ManualTimeProvider(s_start), settings))
        {
            (await face.CommandAsync("--all")).Exit.ShouldBe(0);
            var asked = provider.Site.Count(FakeProvider.ListPath);
            provider.Site.OnHeld(FakeProvider.ListPath, never.Task, provider.ListAsync);
            var sync = face.Grains.GetGrain<IProviderSyncGrain>(IProviderSyncGrain.Key);
            await sync.Start(new DateOnly(2028, 2, 20));
            await provider.Site.RequestedAsync(FakeProvider.ListPath, asked + 1);
            await sync.Start(new DateOnly(2011, 11, 11));
        }

        never.SetResult();
        provider.Site.On(FakeProvider.ListPath, provider.ListAsync);
        await using var second = await Face.StartAsync(provider, new ManualTimeProvider(s_start.AddMinutes(1)), settings);
        await AskedAsync(provider, "?changed_at=2011-11-11");
    }

    // The state after a manual run, without a scheduled run.
    private static async Task ByHandAsync(FakeProvider provider, SiloSettings settings, DateTimeOffset now, params string[] arguments)
    {
        var asked = provider.Site.Count(FakeProvider.ListPath);
        await using var face = await Face.StartAsync(provider, new ManualTimeProvider(now), settings, WithoutStarter);
        (await face.CommandAsync(arguments)).Exit.ShouldBe(0);
        provider.Site.Count(FakeProvider.ListPath).ShouldBe(asked + 1);
    }

    private static void WithoutStarter(IServiceCollection services) =>
        services.Remove(services.Single(service => service.ImplementationType == typeof(ProviderStarter))).ShouldBeTrue();

    private static Task AskedAsync(FakeProvider provider, string query) =>
        Waiting.UntilAsync(query, () => Task.FromResult(provider.Site.Requests.Any(r => r.Path == FakeProvider.ListPath && r.Query == query)));

    private static async Task<ProviderSyncState> StateAsync(Face face) =>
        (await face.Grains.GetGrain<IProviderSyncGrain>(IProviderSyncGrain.Key).Progress(0, -1, TimeSpan.Zero, CancellationToken.None)).State;
}
