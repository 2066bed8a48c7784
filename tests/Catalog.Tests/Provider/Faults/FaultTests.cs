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

/// <summary>
/// Promise R11 for the provider and the notification service: every fault costs bounded time, and a circuit breaker stops calls to a failing host.
/// </summary>
public sealed class FaultTests : IAsyncLifetime, IDisposable
{
    private const string Pages = "/api/events/", Notifications = "/api/notifications";
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(400), s_soon = TimeSpan.FromSeconds(5);
    private readonly ManualTimeProvider _clock = new();
    private FakeUpstream _site = null!;
    private TcpListener? _silent;

    /// <summary>Faults of the host.</summary>
    public static TheoryData<string, bool> HostFaults => Both("latency", "reset", "half-open", "slow body", "wrong length", "garbage", "burst of 503");

    /// <summary>Invalid content.</summary>
    public static TheoryData<string, bool> ContentFaults => Both("truncated JSON", "endless body");

    public async Task InitializeAsync() => _site = await FakeUpstream.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose() => _silent?.Dispose();

    [Theory]
    [MemberData(nameof(HostFaults))]
    public async Task Failing_host_costs_bounded_time(string fault, bool provider)
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
        _site.Requests.Count.ShouldBe(asked, "no calls while the breaker is open");
    }

    [Theory]
    [MemberData(nameof(ContentFaults))]
    public async Task Invalid_content_is_a_failure(string fault, bool provider)
    {
        // The deadline's clock is stopped: 16 MiB take as long as the machine needs.
        var outcome = await Call(provider, fault, breaking: true, _clock)().Within("the end of the content");
        // A notification is sent once the status is 2xx; the body does not matter.
        outcome.ShouldBe(provider ? UselessPage(fault) : "");
        _site.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Probe_closes_the_breaker(bool provider)
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
    public async Task Control_without_breaker_every_call_is_sent(bool provider)
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

    // Delays between attempts use the test clock.
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
        fault == "endless body" ? "more than 16777216 bytes" : $"the response is not a page of at most {ProviderPage.MaxItems} events";

    private void Well(bool provider)
    {
        if (provider) _site.OnJson(Pages, """{"next":null,"results":[]}""");
        else _site.OnJson(Notifications, "{}");
    }

    /// <summary>A call of the provider or the notification service; returns the failure, if any.</summary>
    private Func<Task<string>> Call(bool provider, string fault, bool breaking, TimeProvider timeProvider)
    {
        var origin = fault == "half-open" ? (_silent = FaultKit.HalfOpen()).Address() : _site.Address;
        _site.Break(provider ? Pages : Notifications, fault);
        var settings = new ProviderSettings { Provider = origin, Notification = origin, ApiKey = "key", Timeout = breaking ? s_patience : s_soon, Zone = TimeZoneInfo.Utc };
        var kept = FaultKit.Outbound(timeProvider);
        // The breaker belongs to the outbound client: a new client for every call has no failure history.
        IOutbound Way() => breaking ? kept : FaultKit.Outbound(timeProvider);
        if (provider)
        {
            return async () => (await new EventsProviderClient(Way(), settings).PageAsync(ProviderPaths.Changed(origin, SyncDay.First), CancellationToken.None)).Failure ?? "";
        }

        var notification = new Notification(Guid.NewGuid(), Guid.NewGuid(), "a@example.com", "Текст");
        var message = new OutboxMessage("1", RegistrationMessages.NotifyTopic, JsonSerializer.Serialize(notification, StoredJson.Options), default);
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
