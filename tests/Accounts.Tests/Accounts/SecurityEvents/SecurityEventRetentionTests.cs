using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Accounts.Tests.Accounts.SecurityEvents;

public sealed class SecurityEventRetentionTests
{
    [Fact]
    public async Task Only_events_older_than_400_days_are_deleted()
    {
        using var folder = new TempFolder("retention");
        var time = new ManualTimeProvider();
        Guid ann, ben;
        await using (var accounts = await TestAccounts.StartAsync(time, folder: folder)) ann = (await accounts.RegisterAsync()).AccountId;
        time.SetUtcNow(time.GetUtcNow() + TimeSpan.FromDays(1));
        await using (var accounts = await TestAccounts.StartAsync(time, folder: folder)) ben = (await accounts.RegisterAsync("ben")).AccountId;
        time.SetUtcNow(time.GetUtcNow() + SecurityEventSweeper.Retention);

        await using var later = await TestAccounts.StartAsync(time, folder: folder);
        await Waiting.UntilAsync("the sweep at the start", async () => (await Happened.KindsAsync(later, ann)).Length == 0);

        (await Happened.KindsAsync(later, ben)).ShouldBe([SecurityEventKinds.Registered]);
        time.SetUtcNow(time.GetUtcNow() + TimeSpan.FromDays(1));
        (await later.Services.GetServices<IHostedService>().OfType<SecurityEventSweeper>().Single().SweepAsync(default)).ShouldBe(1);
    }
}
