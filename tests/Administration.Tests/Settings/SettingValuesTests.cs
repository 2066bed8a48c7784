using Actors.Administration.Settings;
using Actors.Administration.Tests.Kit;
using Actors.Core.Administration;
using Actors.Persistence;
using Actors.Persistence.Outbox;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Administration.Tests.Settings;

public sealed class SettingValuesTests
{
    private static readonly Setting<string> s_access = Setting.Text("users_list_access", "authenticated", "Who sees the list of users", "authenticated", "admins");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_is_stored_with_its_history_and_its_audit_line(string provider)
    {
        await using var place = await TestPlace.CreateAsync(provider);
        await using (var module = await StartAsync(place))
        {
            module.Values.Get(s_access).ShouldBe("authenticated");
            var stored = await SetAsync(module, "admins");
            await SetAsync(module, "authenticated");
            module.Values.Apply([stored]);

            (await module.Services.GetRequiredService<SettingStore>().HistoryAsync(s_access.Key, 10, 0, default)).ShouldSatisfyAllConditions(
                h => h.Total.ShouldBe(2),
                h => h.Page.Select(c => (c.Version, c.OldValue, c.NewValue, c.UserId)).ShouldBe([(2, "admins", "authenticated", 5L), (1, "authenticated", "admins", 5L)]));
            await Waiting.UntilAsync("two audit lines", async () => await module.CountAsync() == 2);
            var line = (await new Forger(module.Database).LinesAsync())[0];
            (line.Operation, line.Action, line.ObjectType, line.ObjectId, line.UserId, line.RequestId, line.Details).ShouldBe(
                ("setting/users_list_access/1", "setting.changed", "setting", "users_list_access", 5, "r", """{"version":1,"old":"authenticated","new":"admins"}"""));
        }

        await using var again = await StartAsync(place);
        again.Values.Get(s_access).ShouldBe("authenticated");
        (await SetAsync(again, "authenticated")).Version.ShouldBe(2, "an equal value is no change");
    }

    [Fact]
    public async Task A_change_is_visible_after_a_restart_before_the_first_call()
    {
        await using var place = await TestPlace.CreateAsync("sqlite");
        await using (var module = await StartAsync(place)) await SetAsync(module, "admins");

        await using var again = await StartAsync(place);
        again.Values.Get(s_access).ShouldBe("admins");
    }

    [Fact]
    public async Task Reading_a_value_before_the_rows_were_read_fails()
    {
        await using var module = await StartAsync(null);
        await SetAsync(module, "admins");
        var other = Another(module);

        Should.Throw<StoreUnavailableException>(() => other.Get(s_access));
        await other.BeginAsync(default);
        other.Get(s_access).ShouldBe("admins");
    }

    [Fact]
    public async Task Another_silo_finds_a_change_at_its_next_poll()
    {
        await using var module = await StartAsync(null);
        var other = Another(module);
        await other.BeginAsync(default);
        await SetAsync(module, "admins");
        other.Get(s_access).ShouldBe("authenticated");

        await other.TickAsync(default);

        other.Get(s_access).ShouldBe("admins");
    }

    [Fact]
    public async Task A_late_older_version_changes_nothing()
    {
        await using var module = await StartAsync(null);
        var old = await SetAsync(module, "admins");
        module.Values.Apply([await SetAsync(module, "authenticated")]);

        module.Values.Apply([old]);

        module.Values.Get(s_access).ShouldBe("authenticated");
    }

    [Fact]
    public async Task An_invalid_stored_value_leaves_the_default()
    {
        await using var module = await StartAsync(null);

        module.Values.Apply([await SetAsync(module, "nobody at all")]);

        module.Values.Get(s_access).ShouldBe("authenticated");
    }

    [Fact]
    public async Task Concurrent_changes_are_serialized()
    {
        await using var module = await StartAsync(null);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => SetAsync(module, i % 2 == 0 ? "admins" : "authenticated")));

        var (changes, total) = await module.Services.GetRequiredService<SettingStore>().HistoryAsync(s_access.Key, 100, 0, default);
        changes.Select(c => c.Version).ShouldBe(Enumerable.Range(1, (int)total).Select(v => (long)v).Reverse());
        changes.Zip(changes.Skip(1)).ShouldAllBe(pair => pair.First.OldValue == pair.Second.NewValue);
    }

    [Fact]
    public async Task A_failed_change_is_neither_visible_nor_audited()
    {
        await using var module = await StartAsync(null, FaultyRows.Add);
        var rows = module.Services.GetRequiredService<FaultyRows>();
        rows.Before = () => throw FaultyRows.Away;

        await Should.ThrowAsync<StoreUnavailableException>(SetAsync(module, "admins"));
        rows.Before = () => Task.CompletedTask;

        await module.Values.TickAsync(default);
        module.Values.Get(s_access).ShouldBe("authenticated");
        (await module.Database.QueryAsync<long>("SELECT COUNT(*) FROM outbox WHERE topic = @topic", new { topic = AuditMessages.Topic })).ShouldBe([0]);
    }

    private static Task<TestAdministration> StartAsync(TestPlace? place, Action<IServiceCollection>? also = null) => TestAdministration.StartAsync(place, also: services =>
    {
        services.AddSetting(s_access);
        also?.Invoke(services);
    });

    private static Task<StoredSetting> SetAsync(TestAdministration module, string text) =>
        module.Grains.GetSettings().Set(new SettingChange(s_access.Key, text, s_access.DefaultText, 5, "r"));

    // The settings of another silo with the same grains and rows.
    private static SettingValues Another(TestAdministration module) => ActivatorUtilities.CreateInstance<SettingValues>(module.Services);
}
