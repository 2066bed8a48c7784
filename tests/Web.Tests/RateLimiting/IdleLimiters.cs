using Actors.TestKit;
using Actors.Web.RateLimiting;
using Actors.Web.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Web.Tests.RateLimiting;

/// <summary>A limiter stays in memory until its window is empty.</summary>
public sealed class IdleLimiters : IAsyncLifetime
{
    private const int Clients = 2000;
    private static readonly RateLimitPolicy s_aMinute = new("a-minute", 3, TimeSpan.FromMinutes(1), RateLimitPartition.Key);
    private static readonly RateLimitPolicy s_twoHours = new("two-hours", 2, TimeSpan.FromHours(2), RateLimitPartition.Key);

    private readonly ManualTimeProvider _clock = new();
    private ApiServer _server = null!;

    private IRateLimiter Limiter => _server.Services.GetRequiredService<IRateLimiter>();

    public async Task InitializeAsync() => _server = await GrainServer.StartAsync(_ => { }, _clock);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_limiter_is_deactivated_when_its_window_is_empty()
    {
        using var activations = new ActivationCount(_server.Services);
        for (var client = 0; client < Clients; client++) await Limiter.TakeAsync(s_aMinute, $"client {client}");
        activations.Alive.ShouldBeGreaterThanOrEqualTo(Clients);

        _clock.Advance(TimeSpan.FromSeconds(59));
        (await Limiter.TakeAsync(s_aMinute, "client 7")).Remaining.ShouldBe(1);
        activations.Alive.ShouldBeGreaterThanOrEqualTo(Clients);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Waiting.UntilAsync("idle limiters to leave", () => Task.FromResult(activations.Alive <= activations.Created - Clients + 1));

        (await Limiter.TakeAsync(s_aMinute, "client 7")).Remaining.ShouldBe(1, "the one that was used a moment ago remembers");
        (await Limiter.TakeAsync(s_aMinute, "client 8")).Remaining.ShouldBe(2);
    }

    [Fact]
    public async Task A_limiter_with_permits_in_its_window_stays()
    {
        await Limiter.TakeAsync(s_twoHours, "anna");
        await Limiter.TakeAsync(s_twoHours, "anna");
        for (var step = 0; step < 119; step++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        (await Limiter.TakeAsync(s_twoHours, "anna")).ShouldBe(new(false, 0, TimeSpan.FromMinutes(1)));
    }
}
