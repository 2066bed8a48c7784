using Actors.Catalog.Scraping.Runs;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Scraping.Runs;

public sealed class SourceGrainTests : IDisposable
{
    private readonly TempFolder _folder = new("sources");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_source_runs_when_the_program_starts_and_again_after_the_interval()
    {
        var bench = new RunBench(events: 12);
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder);
        (await host.EndOfAsync(1)).Sent.ShouldBe(12);
        var (held, release) = Hold(bench, "/list");
        bench.Clock.Advance(TimeSpan.FromMinutes(59));
        held.IsCompleted.ShouldBeFalse();
        await PassAsync(bench, host, () => held.IsCompleted);
        release.SetResult();
        (await host.EndOfAsync(2)).Skipped.ShouldBe(12);
    }

    [Fact]
    public async Task A_call_joins_the_run_under_way()
    {
        var bench = new RunBench(events: 3);
        var (held, release) = Hold(bench, "/e/1");
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder);
        await held;
        (await Task.WhenAll(host.Source.Start(), host.Source.Start())).ShouldBe([1L, 1L]);
        var (all, again) = (host.Scrapes.RunAllAsync(default), host.Scrapes.RunAllAsync(default));
        release.SetResult();
        (await all, await again).ShouldSatisfyAllConditions(both => both.Item1.Sent.ShouldBe(3), both => both.Item2.Sent.ShouldBe(3));
        bench.Site.Asked.Count(p => p == "/list").ShouldBe(1);
    }

    [Fact]
    public async Task After_a_minute_the_counts_so_far_are_answered()
    {
        var bench = new RunBench(events: 12);
        var (held, release) = Hold(bench, "/e/9");
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder);
        await held;
        var answer = host.Scrapes.RunAllAsync(default);
        await PassAsync(bench, host, () => answer.IsCompleted);
        answer.IsCompleted.ShouldBeTrue();
        (bench.Clock.GetUtcNow() - RunBench.Start).ShouldBeGreaterThanOrEqualTo(Scrapes.LongestWait);
        var counts = await answer;
        (counts.Sent, counts.Skipped).ShouldBe((7, 0), "one batch of seven was sent before the page that hangs");
        release.SetResult();
        (await host.EndOfAsync(1)).Sent.ShouldBe(12);
    }

    [Fact]
    public async Task A_run_that_a_stop_interrupted_goes_on_where_it_was()
    {
        var bench = new RunBench(events: 15);
        var (held, release) = Hold(bench, "/e/11");
        await using (await SourceHost.StartAsync(bench, _folder.Folder))
            await held;
        release.SetResult();
        bench.Intake.Batches.Count.ShouldBe(1);
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder);
        (await host.EndOfAsync(1)).Sent.ShouldBe(15);
        bench.Intake.Batches.Sum(b => b.Length).ShouldBe(15);
        bench.Site.Asked.GroupBy(p => p).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBe(["/e/11"]);
    }

    [Theory]
    [InlineData(120, true)]
    [InlineData(10, false)]
    public async Task After_downtime_a_run_that_is_overdue_is_caught_up_and_no_other(int minutes, bool runs)
    {
        var bench = new RunBench(events: 2);
        await using (var first = await SourceHost.StartAsync(bench, _folder.Folder))
            await first.EndOfAsync(1);
        bench.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder);
        if (runs)
            await host.EndOfAsync(2);
        else
            (await host.Source.Progress(2, TimeSpan.Zero, CancellationToken.None)).Finished.ShouldBeFalse();
        bench.Site.Asked.Count(p => p == "/list").ShouldBe(runs ? 2 : 1);
    }

    [Theory]
    [InlineData(120, 15)]
    [InlineData(10, 50 * 60 + 15)]
    public async Task After_a_restart_the_next_run_is_put_off_by_chance(int minutesDown, int secondsUntil)
    {
        var bench = new RunBench(events: 2) { Draw = 0.5 };
        await using (var first = await SourceHost.StartAsync(bench, _folder.Folder))
            (await first.EndOfAsync(1)).Sent.ShouldBe(2, "the first run ever is not put off");
        bench.Clock.Advance(TimeSpan.FromMinutes(minutesDown));
        var (held, release) = Hold(bench, "/list");
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder);
        await host.Source.Wake();
        bench.Clock.Advance(TimeSpan.FromSeconds(secondsUntil - 1));
        (await host.Source.Progress(2, TimeSpan.Zero, CancellationToken.None)).Finished.ShouldBeFalse();
        held.IsCompleted.ShouldBeFalse();
        bench.Clock.Advance(TimeSpan.FromSeconds(2));
        await held.WaitAsync(TimeSpan.FromMinutes(1)); // of the machine's time: the clock of the test stands still
        release.SetResult();
        await host.EndOfAsync(2);
    }

    [Fact]
    public async Task After_a_restart_with_a_clock_set_back_nobody_waits_for_it_to_catch_up()
    {
        var bench = new RunBench(events: 2);
        await using (var first = await SourceHost.StartAsync(bench, _folder.Folder))
            await first.EndOfAsync(1);
        bench.Clock.SetUtcNow(bench.Clock.GetUtcNow().AddHours(-5));
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder);
        (await host.EndOfAsync(2)).Skipped.ShouldBe(2);
    }

    [Fact]
    public async Task After_a_restart_an_asked_for_run_starts_at_once()
    {
        var bench = new RunBench(events: 2) { Draw = 1 };
        await using (var first = await SourceHost.StartAsync(bench, _folder.Folder))
            await first.EndOfAsync(1);
        bench.Clock.Advance(TimeSpan.FromHours(2));
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder);
        (await host.EndOfAsync(await host.Source.Start())).Skipped.ShouldBe(2);
    }

    [Fact]
    public async Task Its_reminder_is_kept_and_what_it_did_can_be_read_from_rows()
    {
        var bench = new RunBench(events: 2);
        bench.Site.Pages.Remove("/e/1");
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder);
        await host.EndOfAsync(1);
        await host.Source.Wake();
        (await Count(host, "SELECT COUNT(*) FROM reminders")).ShouldBe(1);
        (await Count(host, "SELECT COUNT(*) FROM sources WHERE running = @running", new { running = false })).ShouldBe(1);
        (await Count(host, "SELECT COUNT(*) FROM dead_letters WHERE reason = 'page_unreachable' AND attempts = 1")).ShouldBe(1);
        (await Count(host, "SELECT COUNT(*) FROM source_items WHERE stage = 1")).ShouldBe(1);
    }

    [PostgresFact]
    public async Task A_run_goes_on_after_a_restart_on_PostgreSQL_too()
    {
        var server = await PostgresServer.StartAsync();
        await using var database = await server.CreateDatabaseAsync();
        var bench = new RunBench(events: 15);
        bench.Site.Pages.Remove("/e/3");
        var (held, release) = Hold(bench, "/e/11");
        await using (await SourceHost.StartAsync(bench, _folder.Folder, ("DATABASE_URL", database.Url)))
            await held;
        release.SetResult();
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder, ("DATABASE_URL", database.Url));
        (await host.EndOfAsync(1)).Sent.ShouldBe(14);
        bench.Intake.Batches.Sum(b => b.Length).ShouldBe(14);
        (await Count(host, "SELECT COUNT(*) FROM dead_letters")).ShouldBe(1);
    }

    [Fact]
    public async Task Only_configured_sources_can_be_run() =>
        await Should.ThrowAsync<ArgumentException>(async () =>
        {
            await using var host = await SourceHost.StartAsync(new RunBench(), _folder.Folder);
            await host.Grains.GetSource("another").Start();
        });

    private static async Task<long> Count(SourceHost host, string sql, object? args = null) => (await host.Database.QueryAsync<long>(sql, args))[0];

    // Time passes second by second, and between two seconds the grain has had its turn.
    private static async Task PassAsync(RunBench bench, SourceHost host, Func<bool> until)
    {
        var deadline = bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(5);
        while (!until() && bench.Clock.GetUtcNow() < deadline)
        {
            await host.Source.Progress(1, TimeSpan.Zero, CancellationToken.None);
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System); // on Orleans an answer is a message, and time must not run ahead of it
        }
    }

    // The site hangs at one page until it is released.
    private static (Task Held, TaskCompletionSource Release) Hold(RunBench bench, string path)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Site.OnFetch = asked =>
        {
            if (asked != path)
                return Task.CompletedTask;
            held.TrySetResult();
            return release.Task;
        };
        return (held.Task, release);
    }
}
