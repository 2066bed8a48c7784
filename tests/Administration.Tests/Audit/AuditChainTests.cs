using Actors.Administration.Audit;
using Actors.Administration.Tests.Kit;
using Actors.Core.Administration;
using Actors.Persistence;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Actors.Administration.Tests.Audit;

/// <summary>Lines are committed in groups, once, and acknowledged only after they are durable.</summary>
public sealed class AuditChainTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task Lines_that_arrive_together_are_committed_together(string provider)
    {
        await using var place = await TestPlace.CreateAsync(provider);
        await using var module = await TestAdministration.StartAsync(place, also: FaultyRows.Add);
        var rows = module.Services.GetRequiredService<FaultyRows>();
        var (arrived, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        rows.Before = () =>
        {
            arrived.TrySetResult();
            return goOn.Task;
        };

        var first = module.Log.WriteAsync(Line(0));
        await arrived.Task.Within("the first commit");
        var others = Enumerable.Range(1, 400).Select(i => module.Log.WriteAsync(Line(i))).ToList();
        others.ShouldAllBe(o => !o.IsCompleted);
        goOn.SetResult();
        await Task.WhenAll([first, .. others]);

        (await module.Store.HeadAsync()).ShouldSatisfyAllConditions(h => h!.State.Number.ShouldBe(401), h => h!.Version.ShouldBeLessThan(401));
        (await module.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_repeated_line_is_stored_once(string provider)
    {
        await using var place = await TestPlace.CreateAsync(provider);
        await using var module = await TestAdministration.StartAsync(place);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => module.Log.WriteAsync(Line(i % 5))));
        await module.Log.WriteAsync(Line(2));

        (await new Forger(module.Database).LinesAsync()).Select(l => l.ObjectId).Order().ShouldBe(["0", "1", "2", "3", "4"]);
        (await module.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_commit_fails_waiting_lines_and_the_chain_continues()
    {
        await using var module = await TestAdministration.StartAsync(also: FaultyRows.Add);
        var rows = module.Services.GetRequiredService<FaultyRows>();
        await module.Log.WriteAsync(Line(0));
        var goOn = new TaskCompletionSource();
        rows.Before = async () =>
        {
            await goOn.Task;
            throw FaultyRows.Away;
        };

        var lines = Enumerable.Range(1, 20).Select(i => module.Log.WriteAsync(Line(i))).ToList();
        goOn.SetResult();
        foreach (var line in lines) await Should.ThrowAsync<StoreUnavailableException>(line);
        (await module.VerifyAsync()).Findings.ShouldBeEmpty("an anchored head whose commit failed");
        (await module.CountAsync()).ShouldBe(1);

        rows.Before = () => Task.CompletedTask;
        await module.Log.WriteAsync(Line(21));
        (await new Forger(module.Database).LinesAsync()).Select(l => l.ObjectId).ShouldBe(["0", "21"]);
        (await module.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_with_a_lost_response_is_not_written_again()
    {
        await using var module = await TestAdministration.StartAsync(also: FaultyRows.Add);
        var rows = module.Services.GetRequiredService<FaultyRows>();
        rows.After = () => throw FaultyRows.Away;
        await Should.ThrowAsync<StoreUnavailableException>(module.Log.WriteAsync(Line(1)));
        rows.After = () => Task.CompletedTask;

        await module.Log.WriteAsync(Line(1));
        await module.Log.WriteAsync(Line(2));

        (await new Forger(module.Database).LinesAsync()).Select(l => l.ObjectId).ShouldBe(["1", "2"]);
        (await module.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_second_writer_is_refused(string provider)
    {
        await using var place = await TestPlace.CreateAsync(provider);
        await using var module = await TestAdministration.StartAsync(place);
        await module.Log.WriteAsync(Line(1));
        var known = (await module.Store.HeadAsync())!;
        await module.Log.WriteAsync(Line(2));

        await Should.ThrowAsync<InconsistentStateException>(module.Store.CommitAsync([ChainedLine.After(known.State, Line(3))], known.Version));

        (await new Forger(module.Database).LinesAsync()).Select(l => l.ObjectId).ShouldBe(["1", "2"]);
        (await module.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_anchor_is_right_after_a_crash_before_or_after_the_commit(bool committed)
    {
        await using var place = await TestPlace.CreateAsync("sqlite");
        await using (var module = await TestAdministration.StartAsync(place))
        {
            await module.Log.WriteAsync(Line(1));
            var head = (await module.Store.HeadAsync())!;
            var next = ChainedLine.After(head.State, Line(2));
            await module.Anchor.PrepareAsync(head.State, next.Head);
            if (committed) await module.Store.CommitAsync([next], head.Version);
        }

        await using var again = await TestAdministration.StartAsync(place);
        (await again.VerifyAsync()).Findings.ShouldBeEmpty();
        await again.Log.WriteAsync(Line(3));
        (await again.VerifyAsync()).Findings.ShouldBeEmpty();
        (await again.CountAsync()).ShouldBe(committed ? 3 : 2);
    }

    [Fact]
    public async Task Control_a_commit_without_its_anchor_looks_forged()
    {
        await using var place = await TestPlace.CreateAsync("sqlite");
        await using var module = await TestAdministration.StartAsync(place);
        await module.Log.WriteAsync(Line(1));
        var head = (await module.Store.HeadAsync())!;
        await module.Store.CommitAsync([ChainedLine.After(head.State, Line(2))], head.Version);

        (await module.VerifyAsync()).Findings.ShouldHaveSingleItem().ShouldContain("the anchored head is 1:");
    }

    [Fact]
    public async Task Nothing_is_stored_if_the_anchor_cannot_be_written()
    {
        await using var place = await TestPlace.CreateAsync("sqlite");
        await using var module = await TestAdministration.StartAsync(place);
        await module.Log.WriteAsync(Line(1));
        Directory.CreateDirectory(place.AnchorPath + ".new");

        await Should.ThrowAsync<StoreUnavailableException>(module.Log.WriteAsync(Line(2)));
        (await module.CountAsync()).ShouldBe(1);
        Directory.Delete(place.AnchorPath + ".new");

        await module.Log.WriteAsync(Line(3));
        (await module.VerifyAsync()).ShouldSatisfyAllConditions(v => v.Findings.ShouldBeEmpty(), v => v.Head.Number.ShouldBe(2));
    }

    [Fact]
    public async Task Verification_tolerates_concurrent_writes()
    {
        await using var module = await TestAdministration.StartAsync();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++) await module.Log.WriteAsync(Line(i));
        });

        const int lines = 100;
        for (var seen = 0L; seen < lines;)
        {
            var found = await module.VerifyAsync();
            found.Findings.ShouldBeEmpty();
            seen = found.Head.Number;
        }

        await stop.CancelAsync();
        await writing;
    }

    private static AuditLine Line(int number) =>
        AuditLine.Of(s_now, "thing.done", "thing", $"{number}") with { Operation = $"operation-{number}" };
}
