using Actors.TestKit;
using Actors.Web.RateLimiting;
using Actors.Web.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Web.Tests.RateLimiting;

/// <summary>A limiter is in memory as long as it has something to remember, and no longer.</summary>
public sealed class IdleLimiters : IAsyncLifetime
{
    private const int Clients = 2000;
    private static readonly RateLimitPolicy AMinute = new("a-minute", 3, TimeSpan.FromMinutes(1), RateLimitPartition.Key);
    private static readonly RateLimitPolicy TwoHours = new("two-hours", 2, TimeSpan.FromHours(2), RateLimitPartition.Key);

    private readonly ManualTimeProvider clock = new();
    private ApiServer server = null!;

    private IRateLimiter Limiter => server.Services.GetRequiredService<IRateLimiter>();

    public async Task InitializeAsync() => server = await GrainServer.StartAsync(_ => { }, clock);

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Limiters_of_clients_that_went_away_leave_memory_when_their_window_is_over()
    {
        using var activations = new ActivationCount(server.Services);
        for (var client = 0; client < Clients; client++) await Limiter.TakeAsync(AMinute, $"client {client}");
        activations.Alive.ShouldBeGreaterThanOrEqualTo(Clients);

        clock.Advance(TimeSpan.FromSeconds(59));
        (await Limiter.TakeAsync(AMinute, "client 7")).Remaining.ShouldBe(1);
        activations.Alive.ShouldBeGreaterThanOrEqualTo(Clients);
        clock.Advance(TimeSpan.FromSeconds(1));
        await Waiting.UntilAsync("idle limiters to leave", () => Task.FromResult(activations.Alive <= activations.Created - Clients + 1));

        (await Limiter.TakeAsync(AMinute, "client 7")).Remaining.ShouldBe(1, "the one that was used a moment ago remembers");
        (await Limiter.TakeAsync(AMinute, "client 8")).Remaining.ShouldBe(2);
    }

    [Fact]
    public async Task A_limiter_that_remembers_something_stays_however_long_nobody_asks()
    {
        await Limiter.TakeAsync(TwoHours, "anna");
        await Limiter.TakeAsync(TwoHours, "anna");
        for (var step = 0; step < 119; step++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        (await Limiter.TakeAsync(TwoHours, "anna")).ShouldBe(new(false, 0, TimeSpan.FromMinutes(1)));
    }
}
