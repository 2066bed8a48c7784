using Actors.Administration.Audit;
using Actors.Administration.Tests.Kit;
using Actors.Core.Administration;
using Actors.Persistence.Tests.Kit;

namespace Actors.Administration.Tests.Audit;

public sealed class AuditStoreTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_filter_works_alone_and_combined(string provider)
    {
        await using var place = await TestPlace.CreateAsync(provider);
        await using var module = await TestAdministration.StartAsync(place);
        for (var i = 0; i < 10; i++)
            await module.Log.WriteAsync(AuditLine.Of(s_start.AddHours(i), i < 5 ? "a" : "b", "thing", $"{i}") with { UserId = i == 9 ? null : i % 2, RequestId = $"r-{i}" });
        var all = new AuditFilter(null, null, null, null, null, null, null, 100, 0);

        (await NumbersAsync(all)).ShouldBe([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
        (await NumbersAsync(all with { Limit = 2, Offset = 3 })).ShouldBe([7, 6]);
        (await NumbersAsync(all with { UserId = 1 })).ShouldBe([8, 6, 4, 2]);
        (await NumbersAsync(all with { Action = "b" })).ShouldBe([10, 9, 8, 7, 6]);
        (await NumbersAsync(all with { ObjectType = "other" })).ShouldBeEmpty();
        (await NumbersAsync(all with { ObjectId = "3" })).ShouldBe([4]);
        (await NumbersAsync(all with { RequestId = "r-3" })).ShouldBe([4]);
        (await NumbersAsync(all with { Start = s_start.AddHours(8) })).ShouldBe([10, 9]);
        (await NumbersAsync(all with { Before = s_start.AddHours(1) })).ShouldBe([1]);
        (await NumbersAsync(new AuditFilter(1, "a", "thing", "3", "r-3", s_start, s_start.AddDays(1), 1, 0))).ShouldBe([4]);
        (await module.Store.FindAsync(all with { Limit = 1, Action = "a" }, default)).Total.ShouldBe(5);

        async Task<IEnumerable<long>> NumbersAsync(AuditFilter filter) => (await module.Store.FindAsync(filter, default)).Page.Select(l => l.Number);
    }
}
