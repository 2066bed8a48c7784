using Actors.Catalog.Tests.Provider.Kit;
using Actors.Catalog.Tests.Scraping.Runs;
using Actors.Core.Commands;
using Actors.Core.Holding;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Provider.Sync;

/// <summary>While the store is held the provider is not called. <see cref="SyncTests"/> show that it is called at start otherwise.</summary>
public sealed class HeldSyncTests
{
    [Fact]
    public async Task Provider_is_called_only_after_the_release()
    {
        var hold = new HeldSwitch { IsHeld = true };
        await using var provider = await FakeProvider.StartAsync();
        await using var face = await Face.StartAsync(provider, also: services => services.AddSingleton<IHeldStore>(hold));
        await face.AwakeAsync();
        await hold.Told.Within("the question");

        (await face.CommandAsync("--all")).ShouldBe((CommandExit.Refused, IHeldStore.Sentence));
        (await face.GetAsync("/api/events")).Status.ShouldBe(200);
        provider.Site.Requests.ShouldBeEmpty();

        hold.IsHeld = false;
        (await face.CommandAsync("--all")).Exit.ShouldBe(CommandExit.Done);
        provider.Site.Requests.ShouldNotBeEmpty();
    }
}
