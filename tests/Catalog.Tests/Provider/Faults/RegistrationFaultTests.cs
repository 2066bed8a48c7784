using System.Diagnostics;
using System.Net.Sockets;
using Actors.Catalog.Provider;
using Actors.Catalog.Provider.Registrations;
using Actors.Catalog.Provider.Sync;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Provider.Faults;

/// <summary>Promise R11 for seats and registrations: a failing provider costs bounded time, and its failure is never taken for a decision.</summary>
public sealed class RegistrationFaultTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(400), s_soon = TimeSpan.FromSeconds(5);
    private static readonly Guid s_concert = new("7c9e6679-7425-40de-944b-e07fc1f90ae7");
    private static readonly Visitor s_anna = new("Анна", "-", "a@example.com", null);
    private FakeUpstream _site = null!;
    private TcpListener? _silent;

    /// <summary>Faults of the host.</summary>
    public static TheoryData<string> HostFaults => ["latency", "reset", "half-open", "slow body", "wrong length", "garbage", "burst of 503"];

    public async Task InitializeAsync() => _site = await FakeUpstream.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose() => _silent?.Dispose();

    [Theory]
    [MemberData(nameof(HostFaults))]
    public async Task Failing_provider_gives_an_unclear_result(string fault)
    {
        var client = Client(fault);
        var watch = Stopwatch.StartNew();
        (await RegisterAsync(client)).Result.ShouldBe(RegisterResult.Unclear);
        RegisterResult last;
        for (var calls = 0; (last = (await RegisterAsync(client)).Result) == RegisterResult.Unclear; calls++) calls.ShouldBeLessThan(8);
        last.ShouldBe(RegisterResult.NotTaken, "the breaker is open, so no call was sent");
        watch.Elapsed.ShouldBeLessThan(s_soon);
        var asked = _site.Requests.Count;
        for (var n = 0; n < 20; n++) (await RegisterAsync(client)).Result.ShouldBe(RegisterResult.NotTaken);
        _site.Requests.Count.ShouldBe(asked);
    }

    [Theory]
    [MemberData(nameof(HostFaults))]
    public async Task Failing_provider_gives_no_seats(string fault)
    {
        var client = Client(fault);
        var watch = Stopwatch.StartNew();
        for (var calls = 0; calls < 8; calls++) (await client.SeatsAsync(s_concert, CancellationToken.None)).Result.ShouldBe(SeatsResult.Failed);
        watch.Elapsed.ShouldBeLessThan(s_soon);
    }

    [Theory]
    [InlineData("truncated JSON", true)]
    [InlineData("endless body", false)]
    public async Task Complete_invalid_content_still_confirms(string fault, bool done)
    {
        var client = Client(fault);
        var watch = Stopwatch.StartNew();
        var outcome = await RegisterAsync(client);
        (outcome.Result, outcome.Ticket).ShouldBe((done ? RegisterResult.Done : RegisterResult.Unclear, null));
        (await client.SeatsAsync(s_concert, CancellationToken.None)).Result.ShouldBe(SeatsResult.Failed);
        watch.Elapsed.ShouldBeLessThan(s_soon);
    }

    [Fact]
    public async Task Healthy_provider_confirms_and_lists_seats()
    {
        var client = Client("none");
        _site.OnJson(ProviderPaths.Register(_site.Address, s_concert).AbsolutePath, """{"ticket_id":"t"}""");
        _site.OnJson(ProviderPaths.Seats(_site.Address, s_concert).AbsolutePath, """{"seats":["A1"]}""");
        (await RegisterAsync(client)).ShouldBe(new RegisterOutcome(RegisterResult.Done, "t", 200));
        (await client.SeatsAsync(s_concert, CancellationToken.None)).Free.ShouldBe(["A1"]);
    }

    private static Task<RegisterOutcome> RegisterAsync(EventsProviderClient client) => client.RegisterAsync(s_concert, s_concert, s_anna, "A1", CancellationToken.None);

    private EventsProviderClient Client(string fault)
    {
        var origin = fault == "half-open" ? (_silent = FaultKit.HalfOpen()).Address() : _site.Address;
        _site.Break(ProviderPaths.Register(origin, s_concert).AbsolutePath, fault);
        _site.Break(ProviderPaths.Seats(origin, s_concert).AbsolutePath, fault);
        return new(FaultKit.Outbound(TimeProvider.System), new ProviderSettings { Provider = origin, ApiKey = "key", Timeout = s_patience, Zone = TimeZoneInfo.Utc });
    }
}
