using Actors.Catalog.Scraping.Runs;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Scraping.Runs;

public sealed class SourceGrainTests : IDisposable
{
    private readonly TempFolder _folder = new("sources");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Source_runs_at_start_and_after_the_interval()
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
    public async Task Call_joins_the_current_run()
    {
        var bench = new RunBench(events: 3);
        var (held, release) = Hold(bench, "/e/1");
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder);
        await held;
        (await Task.WhenAll(host.Source.Start(), host.Source.Start())).ShouldBe([1L, 1L]);
        var (all, again) = (host.ScrapeRunner.RunAllAsync(default), host.ScrapeRunner.RunAllAsync(default));
        release.SetResult();
        (await all, await again).ShouldSatisfyAllConditions(both => both.Item1.Sent.ShouldBe(3), both => both.Item2.Sent.ShouldBe(3));
        bench.Site.Asked.Count(p => p == "/list").ShouldBe(1);
    }

    [Fact]
    public async Task Current_counts_are_returned_after_a_minute()
    {
        var bench = new RunBench(events: 12);
        var (held, release) = Hold(bench, "/e/9");
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder);
        await held;
        var answer = host.ScrapeRunner.RunAllAsync(default);
        await PassAsync(bench, host, () => answer.IsCompleted);
        answer.IsCompleted.ShouldBeTrue();
        (bench.Clock.GetUtcNow() - RunBench.Start).ShouldBeGreaterThanOrEqualTo(ScrapeRunner.MaxWait);
        var counts = await answer;
        (counts.Sent, counts.Skipped).ShouldBe((7, 0), "one batch of seven was sent before the page that hangs");
        release.SetResult();
        (await host.EndOfAsync(1)).Sent.ShouldBe(12);
    }

    [Fact]
    public async Task Stopped_run_resumes()
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
    public async Task Overdue_run_is_caught_up_once(int minutes, bool runs)
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
    public async Task Restart_delays_the_next_run_randomly(int minutesDown, int secondsUntil)
    {
        var bench = new RunBench(events: 2) { Draw = 0.5 };
        await using (var first = await SourceHost.StartAsync(bench, _folder.Folder))
            (await first.EndOfAsync(1)).Sent.ShouldBe(2, "the very first run is not delayed");
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
    public async Task Clock_set_back_does_not_block_runs()
    {
        var bench = new RunBench(events: 2);
        await using (var first = await SourceHost.StartAsync(bench, _folder.Folder))
            await first.EndOfAsync(1);
        bench.Clock.SetUtcNow(bench.Clock.GetUtcNow().AddHours(-5));
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder);
        (await host.EndOfAsync(2)).Skipped.ShouldBe(2);
    }

    [Fact]
    public async Task Requested_run_starts_at_once_after_a_restart()
    {
        var bench = new RunBench(events: 2) { Draw = 1 };
        await using (var first = await SourceHost.StartAsync(bench, _folder.Folder))
            await first.EndOfAsync(1);
        bench.Clock.Advance(TimeSpan.FromHours(2));
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder);
        (await host.EndOfAsync(await host.Source.Start())).Skipped.ShouldBe(2);
    }

    [Fact]
    public async Task Reminder_and_rows_are_stored()
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
    public async Task Run_resumes_on_PostgreSQL()
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

    // Advances second by second and lets the grain run in between.
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

    // The site blocks one page until it is released.
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
