using Actors.Hosting.Membership;
using Actors.Hosting.Retry;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Storage;

namespace Actors.Hosting.Tests.Retry;

/// <summary>Calls that came to nothing are sent once more where their method allows it, and never twice more.</summary>
public sealed class SecondAttemptTests
{
    private readonly Plan _plan = new();

    private static Exception Refused => new InconsistentStateException("refused");

    private static Exception Lost => new SiloUnavailableException("lost");

    [Fact]
    public async Task A_call_whose_write_was_refused_is_carried_out_by_the_next_activation()
    {
        await using var host = await StartAsync();
        var grain = Grain(host, "a");
        var before = await grain.Always("before", 1);
        _plan.Fail(Refused);

        var after = await grain.Always("text", 2);

        after.ShouldNotBe(before, "another activation");
        _plan.Done.ShouldBe(["before 1", "text 2", "text 2"]);
        await grain.IfRefused("text", 3);
    }

    [Fact]
    public async Task Without_the_second_attempt_it_fails()
    {
        await using var host = await StartAsync(repeats: false);
        _plan.Fail(Refused);

        await Should.ThrowAsync<InconsistentStateException>(() => Grain(host, "a").Always("text", 1));

        _plan.Done.ShouldBe(["text 1"]);
    }

    [Fact]
    public async Task Two_attempts_are_all()
    {
        await using var host = await StartAsync();
        _plan.Fail(Refused, Refused, Refused);

        await Should.ThrowAsync<InconsistentStateException>(() => Grain(host, "a").IfRefused("text", 1));

        _plan.Done.ShouldBe(["text 1", "text 1"]);
    }

    [Fact]
    public async Task A_method_that_must_not_be_repeated_is_not()
    {
        await using var host = await StartAsync();
        _plan.Fail(Refused);

        await Should.ThrowAsync<InconsistentStateException>(() => Grain(host, "a").Never("text", 1));

        _plan.Done.ShouldBe(["text 1"]);
    }

    [Fact]
    public async Task Whoever_called_the_grain_that_failed_asks_again_and_nobody_further_up()
    {
        await using var host = await StartAsync();
        _plan.Fail(Refused, Refused, Refused, Refused);

        await Should.ThrowAsync<InconsistentStateException>(() => Grain(host, "a").AskAlways("b"));

        _plan.Done.ShouldBe(["ask", "asked 1", "asked 1"]);
    }

    [Fact]
    public async Task A_call_that_was_lost_with_its_silo_is_sent_again_when_the_list_has_changed()
    {
        var silos = new Silos();
        await using var host = await StartAsync(silos);
        _plan.Fail(Lost);

        var asking = Grain(host, "a").Always("text", 1);
        await silos.Asked;
        _plan.Done.ShouldBe(["text 1"]);
        silos.Change();
        await asking;

        _plan.Done.ShouldBe(["text 1", "text 1"]);
    }

    [Fact]
    public async Task A_lost_call_that_would_be_seen_twice_is_the_callers()
    {
        var silos = new Silos();
        silos.Change();
        await using var host = await StartAsync(silos);
        _plan.Fail(Lost);

        await Should.ThrowAsync<SiloUnavailableException>(() => Grain(host, "a").IfRefused("text", 1));

        _plan.Done.ShouldBe(["text 1"]);
    }

    [Fact]
    public async Task What_only_reads_is_sent_again_when_it_was_lost()
    {
        var silos = new Silos();
        silos.Change();
        await using var host = await StartAsync(silos);
        _plan.Fail(Lost);

        await Grain(host, "a").Read("text", 1);

        _plan.Done.ShouldBe(["text 1", "text 1"]);
    }

    [Fact]
    public async Task A_call_with_a_token_is_not_repeated_when_it_ran_since_its_token_is_used_up()
    {
        await using var host = await StartAsync();
        _plan.Fail(Refused);

        await Should.ThrowAsync<InconsistentStateException>(() => Grain(host, "a").Cancellable("text", 1, CancellationToken.None));

        _plan.Done.ShouldBe(["text 1"]);
    }

    [Fact]
    public async Task A_silo_lost_deeper_down_says_nothing_of_the_call_that_asked_there()
    {
        var silos = new Silos();
        silos.Change();
        await using var host = await StartAsync(silos);
        _plan.Fail(Lost, Lost, Lost);

        await Should.ThrowAsync<SiloUnavailableException>(() => Grain(host, "a").AskAlways("b"));

        _plan.Done.ShouldBe(["ask", "asked 1", "asked 1"]);
    }

    [Fact]
    public async Task Other_failures_are_not_repeated()
    {
        await using var host = await StartAsync(new Silos());
        _plan.Fail(new InvalidOperationException("broken"), new TimeoutException());

        await Should.ThrowAsync<InvalidOperationException>(() => Grain(host, "a").Always("text", 1));
        await Should.ThrowAsync<TimeoutException>(() => Grain(host, "a").Always("text", 2));

        _plan.Done.ShouldBe(["text 1", "text 2"]);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_rejection_that_leaves_a_grain_is_not_taken_for_one_of_the_call_itself(bool marked, int runs)
    {
        var silos = new Silos();
        silos.Change();
        await using var host = await StartAsync(silos, also: services => _ = marked ? services.AddRanMarks() : services);
        Exception rejected = Rejection.Of("a reminder's call was rejected");
        _plan.Fail(rejected, rejected);

        await Should.ThrowAsync<OrleansMessageRejectionException>(() => Grain(host, "a").Never("text", 1));

        _plan.Done.Count.ShouldBe(runs, "without the marks the call is carried out twice");
    }

    [Fact]
    public async Task A_second_attempt_says_how_long_ago_it_was_asked_for()
    {
        var (silos, clock) = (new Silos(), new ManualTimeProvider());
        await using var host = await StartAsync(silos, also: services => services.AddSingleton<TimeProvider>(clock));
        (await Grain(host, "a").Age()).ShouldBe(0);
        _plan.Fail(Lost);

        var asking = Grain(host, "a").Age();
        await silos.Asked;
        clock.Advance(TimeSpan.FromSeconds(9));
        silos.Change();

        (await asking).ShouldBe(TimeSpan.FromSeconds(9).Ticks);
        (await Grain(host, "a").Age()).ShouldBe(0);
    }

    private static ITriedGrain Grain(Running host, string key) => host.Host.Services.GetRequiredService<IGrainFactory>().GetGrain<ITriedGrain>(key);

    private async Task<Running> StartAsync(ISiloList? silos = null, bool repeats = true, Action<IServiceCollection>? also = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(_plan);
        if (silos is not null) builder.Services.AddSingleton(silos);
        also?.Invoke(builder.Services);
        builder.UseOrleans(static silo => silo.UseSingleSilo());
        if (repeats) builder.Services.AddSecondAttempts();
        var host = builder.Build();
        await host.StartAsync();
        return new Running(host);
    }

    private sealed record Running(IHost Host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Host.StopAsync();
            Host.Dispose();
        }
    }

    /// <summary>A list of silos that a test changes.</summary>
    private sealed class Silos : ISiloList
    {
        private readonly TaskCompletionSource _asked = new(), _changed = new();

        public Task Asked => _asked.Task.Within("a look at the list");

        public long Version => 1;

        public Task ChangedSinceAsync(long version)
        {
            _asked.TrySetResult();
            return _changed.Task;
        }

        public void Change() => _changed.TrySetResult();
    }
}
