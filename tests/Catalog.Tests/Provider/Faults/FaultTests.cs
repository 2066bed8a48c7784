using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using Actors.Catalog.Provider;
using Actors.Catalog.Provider.Registrations;
using Actors.Catalog.Provider.Sync;
using Actors.Outbound;
using Actors.Persistence;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Provider.Faults;

/// <summary>Promise R11 for the provider and the notification service: whatever they do costs a bounded time, and who fails is left alone.</summary>
public sealed class FaultTests : IAsyncLifetime, IDisposable
{
    private const string Pages = "/api/events/", Notifications = "/api/notifications";
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(400), s_soon = TimeSpan.FromSeconds(5);
    private readonly ManualTimeProvider _clock = new();
    private FakeUpstream _site = null!;
    private TcpListener? _silent;

    /// <summary>What breaks on the way: the host is at fault.</summary>
    public static TheoryData<string, bool> HostFaults => Both("latency", "reset", "half-open", "slow body", "wrong length", "garbage", "burst of 503");

    /// <summary>What arrives and is of no use.</summary>
    public static TheoryData<string, bool> ContentFaults => Both("truncated JSON", "endless body");

    public async Task InitializeAsync() => _site = await FakeUpstream.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose() => _silent?.Dispose();

    [Theory]
    [MemberData(nameof(HostFaults))]
    public async Task A_failing_host_costs_a_bounded_time_and_is_soon_left_alone(string fault, bool provider)
    {
        var call = Call(provider, fault, breaking: true, TimeProvider.System);
        var watch = Stopwatch.StartNew();
        for (var calls = 0; (await call()).Contains("failed often", StringComparison.Ordinal) is false; calls++)
        {
            calls.ShouldBeLessThan(8);
            watch.Elapsed.ShouldBeLessThan(s_soon);
        }

        watch.Elapsed.ShouldBeLessThan(s_soon);
        var asked = _site.Requests.Count;
        watch.Restart();
        for (var n = 0; n < 50; n++) await call();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        _site.Requests.Count.ShouldBe(asked, "nobody asks while the breaker is open");
    }

    [Theory]
    [MemberData(nameof(ContentFaults))]
    public async Task Useless_content_is_a_failure_and_ends_at_its_size(string fault, bool provider)
    {
        // The clock of the deadline stands still: 16 MiB take as long as the machine needs for them.
        var outcome = await Call(provider, fault, breaking: true, _clock)().Within("the end of the content");
        // A notification is sent with the 2xx: what the service says beyond it is nobody's business.
        outcome.ShouldBe(provider ? UselessPage(fault) : "");
        _site.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_probe_closes_the_breaker_again(bool provider)
    {
        var call = Call(provider, "reset", breaking: true, _clock);
        while (!(await Moving(call)).Contains("failed often", StringComparison.Ordinal))
        {
        }

        Well(provider);
        (await call()).ShouldContain("failed often");
        _clock.Advance(TimeSpan.FromSeconds(6));
        (await call()).ShouldBeEmpty();
        (await call()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_breaker_a_broken_host_is_asked_every_time(bool provider)
    {
        var call = Call(provider, "reset", breaking: false, TimeProvider.System);
        for (var n = 0; n < 10; n++) (await call()).ShouldNotContain("failed often");
        _site.Requests.Count.ShouldBeGreaterThanOrEqualTo(10);
    }

    private static TheoryData<string, bool> Both(params string[] faults)
    {
        var all = new TheoryData<string, bool>();
        foreach (var fault in faults)
        {
            all.Add(fault, true);
            all.Add(fault, false);
        }

        return all;
    }

    // Waits between tries are on the clock of the test.
    private async Task<string> Moving(Func<Task<string>> call)
    {
        var running = call();
        while (!running.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System));
        }

        return await running;
    }

    private static string UselessPage(string fault) =>
        fault == "endless body" ? "more than 16777216 bytes" : $"the answer is not a page of at most {ProviderPage.MostItems} events";

    private void Well(bool provider)
    {
        if (provider) _site.OnJson(Pages, """{"next":null,"results":[]}""");
        else _site.OnJson(Notifications, "{}");
    }

    /// <summary>A call of the provider or the notification service; it gives the failure, or nothing.</summary>
    private Func<Task<string>> Call(bool provider, string fault, bool breaking, TimeProvider timeProvider)
    {
        var origin = fault == "half-open" ? (_silent = FaultKit.HalfOpen()).Address() : _site.Address;
        _site.Break(provider ? Pages : Notifications, fault);
        var settings = new ProviderSettings { Provider = origin, Notification = origin, ApiKey = "key", Patience = breaking ? s_patience : s_soon, Zone = TimeZoneInfo.Utc };
        var kept = FaultKit.Outbound(timeProvider);
        // Breakers belong to the way out: a new one for every call remembers no failure.
        IOutbound Way() => breaking ? kept : FaultKit.Outbound(timeProvider);
        if (provider)
        {
            return async () => (await new EventsProviderClient(Way(), settings).PageAsync(ProviderPaths.Changed(origin, SyncDay.First), CancellationToken.None)).Failure ?? "";
        }

        var notification = new Notification(Guid.NewGuid(), Guid.NewGuid(), "a@example.com", "Текст");
        var message = new OutboxMessage("1", RegistrationNews.NotifyTopic, JsonSerializer.Serialize(notification, StoredJson.Options), default);
        return async () =>
        {
            try
            {
                await FaultKit.Handler(Way(), settings, timeProvider).HandleAsync(message, CancellationToken.None);
                return "";
            }
            catch (RegistrationDelayedException delayed)
            {
                return delayed.Message;
            }
        };
    }
}
