using Actors.Administration.Audit;
using Actors.Administration.Tests.Kit;
using Actors.Core.Administration;
using Actors.Persistence;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Actors.Administration.Tests.Audit;

/// <summary>How lines come into the chain: together, once, and not acknowledged before they are durable.</summary>
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
    public async Task A_line_that_comes_again_is_there_once(string provider)
    {
        await using var place = await TestPlace.CreateAsync(provider);
        await using var module = await TestAdministration.StartAsync(place);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => module.Log.WriteAsync(Line(i % 5))));
        await module.Log.WriteAsync(Line(2));

        (await new Forger(module.Database).LinesAsync()).Select(l => l.ObjectId).Order().ShouldBe(["0", "1", "2", "3", "4"]);
        (await module.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_commit_that_fails_fails_every_waiting_line_and_leaves_a_chain_that_goes_on()
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
    public async Task A_line_that_was_stored_without_an_answer_is_not_written_again()
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
    public async Task A_second_writer_of_the_chain_is_kept_out(string provider)
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
    public async Task Whether_the_program_died_before_or_after_its_commit_the_anchored_head_is_right(bool committed)
    {
        await using var place = await TestPlace.CreateAsync("sqlite");
        await using (var module = await TestAdministration.StartAsync(place))
        {
            await module.Log.WriteAsync(Line(1));
            var head = (await module.Store.HeadAsync())!;
            var next = ChainedLine.After(head.State, Line(2));
            await module.Anchor.IntendAsync(head.State, next.Head);
            if (committed) await module.Store.CommitAsync([next], head.Version);
        }

        await using var again = await TestAdministration.StartAsync(place);
        (await again.VerifyAsync()).Findings.ShouldBeEmpty();
        await again.Log.WriteAsync(Line(3));
        (await again.VerifyAsync()).Findings.ShouldBeEmpty();
        (await again.CountAsync()).ShouldBe(committed ? 3 : 2);
    }

    [Fact]
    public async Task A_commit_that_was_not_anchored_before_would_be_taken_for_a_forgery()
    {
        await using var place = await TestPlace.CreateAsync("sqlite");
        await using var module = await TestAdministration.StartAsync(place);
        await module.Log.WriteAsync(Line(1));
        var head = (await module.Store.HeadAsync())!;
        await module.Store.CommitAsync([ChainedLine.After(head.State, Line(2))], head.Version);

        (await module.VerifyAsync()).Findings.ShouldHaveSingleItem().ShouldContain("the anchored head is 1:");
    }

    [Fact]
    public async Task An_anchor_that_cannot_be_written_lets_nothing_be_stored()
    {
        await using var place = await TestPlace.CreateAsync("sqlite");
        await using var module = await TestAdministration.StartAsync(place);
        await module.Log.WriteAsync(Line(1));
        Directory.CreateDirectory(place.AnchorFile + ".new");

        await Should.ThrowAsync<StoreUnavailableException>(module.Log.WriteAsync(Line(2)));
        (await module.CountAsync()).ShouldBe(1);
        Directory.Delete(place.AnchorFile + ".new");

        await module.Log.WriteAsync(Line(3));
        (await module.VerifyAsync()).ShouldSatisfyAllConditions(v => v.Findings.ShouldBeEmpty(), v => v.Head.Number.ShouldBe(2));
    }

    [Fact]
    public async Task Lines_may_be_written_while_the_log_is_verified()
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
