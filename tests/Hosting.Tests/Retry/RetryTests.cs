using Actors.Hosting.Membership;
using Actors.Hosting.Retry;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Storage;

namespace Actors.Hosting.Tests.Retry;

/// <summary>Failed calls are repeated at most once, where their method allows it.</summary>
public sealed class RetryTests
{
    private readonly Plan _plan = new();

    private static Exception Refused => new InconsistentStateException("refused");

    private static Exception Lost => new SiloUnavailableException("lost");

    [Fact]
    public async Task A_refused_write_is_repeated_on_the_next_activation()
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
    public async Task Control_Without_retries_the_call_fails()
    {
        await using var host = await StartAsync(repeats: false);
        _plan.Fail(Refused);

        await Should.ThrowAsync<InconsistentStateException>(() => Grain(host, "a").Always("text", 1));

        _plan.Done.ShouldBe(["text 1"]);
    }

    [Fact]
    public async Task A_call_is_repeated_once()
    {
        await using var host = await StartAsync();
        _plan.Fail(Refused, Refused, Refused);

        await Should.ThrowAsync<InconsistentStateException>(() => Grain(host, "a").IfRefused("text", 1));

        _plan.Done.ShouldBe(["text 1", "text 1"]);
    }

    [Fact]
    public async Task Repeat_Never_is_not_repeated()
    {
        await using var host = await StartAsync();
        _plan.Fail(Refused);

        await Should.ThrowAsync<InconsistentStateException>(() => Grain(host, "a").Never("text", 1));

        _plan.Done.ShouldBe(["text 1"]);
    }

    [Fact]
    public async Task Only_the_direct_caller_repeats()
    {
        await using var host = await StartAsync();
        _plan.Fail(Refused, Refused, Refused, Refused);

        await Should.ThrowAsync<InconsistentStateException>(() => Grain(host, "a").AskAlways("b"));

        _plan.Done.ShouldBe(["ask", "asked 1", "asked 1"]);
    }

    [Fact]
    public async Task A_lost_call_is_repeated_after_a_membership_change()
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
    public async Task Repeat_IfRefused_is_not_repeated_after_a_loss()
    {
        var silos = new Silos();
        silos.Change();
        await using var host = await StartAsync(silos);
        _plan.Fail(Lost);

        await Should.ThrowAsync<SiloUnavailableException>(() => Grain(host, "a").IfRefused("text", 1));

        _plan.Done.ShouldBe(["text 1"]);
    }

    [Fact]
    public async Task A_lost_ReadOnly_call_is_repeated()
    {
        var silos = new Silos();
        silos.Change();
        await using var host = await StartAsync(silos);
        _plan.Fail(Lost);

        await Grain(host, "a").Read("text", 1);

        _plan.Done.ShouldBe(["text 1", "text 1"]);
    }

    [Fact]
    public async Task A_call_with_a_cancellation_token_is_not_repeated()
    {
        await using var host = await StartAsync();
        _plan.Fail(Refused);

        await Should.ThrowAsync<InconsistentStateException>(() => Grain(host, "a").Cancellable("text", 1, CancellationToken.None));

        _plan.Done.ShouldBe(["text 1"]);
    }

    [Fact]
    public async Task A_silo_lost_in_an_inner_call_does_not_repeat_the_outer_call()
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
    public async Task A_rejection_from_a_grain_is_not_retried(bool marked, int runs)
    {
        var silos = new Silos();
        silos.Change();
        await using var host = await StartAsync(silos, also: services => _ = marked ? services.AddExecutedMarks() : services);
        Exception rejected = Rejection.Of("a call to a reminder was rejected");
        _plan.Fail(rejected, rejected);

        await Should.ThrowAsync<OrleansMessageRejectionException>(() => Grain(host, "a").Never("text", 1));

        _plan.Done.Count.ShouldBe(runs, "without the marks the call runs twice");
    }

    [Fact]
    public async Task A_repeated_call_carries_its_age()
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
        if (repeats) builder.Services.AddCallRetries();
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

    /// <summary>A membership that a test changes.</summary>
    private sealed class Silos : ISiloList
    {
        private readonly TaskCompletionSource _asked = new(), _changed = new();

        public Task Asked => _asked.Task.Within("a read of the membership");

        public long Version => 1;

        public Task ChangedSinceAsync(long version)
        {
            _asked.TrySetResult();
            return _changed.Task;
        }

        public void Change() => _changed.TrySetResult();
    }
}
