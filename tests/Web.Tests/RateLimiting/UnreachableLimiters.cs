using System.Net;
using Actors.Web.RateLimiting;
using Actors.Web.Tests.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Web.Tests.RateLimiting;

/// <summary>Requests while the limiter grain is unavailable.</summary>
public sealed class UnreachableLimiters : IAsyncLifetime
{
    private static readonly RateLimitPolicy s_guessing = new("guessing", 5, TimeSpan.FromMinutes(1), RateLimitPartition.Network) { Strict = true };
    private static readonly RateLimitPolicy s_reading = new("reading", 5, TimeSpan.FromMinutes(1), RateLimitPartition.Network);

    private Func<Task> _trouble = () => throw new TimeoutException("no answer");
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await GrainServer.StartAsync(
        app =>
        {
            app.MapGet("/guess", () => "ok").LimitedBy(s_guessing);
            app.MapGet("/read", () => "ok").LimitedBy(s_reading);
        },
        also: builder => builder.Services.AddSingleton<IIncomingGrainCallFilter>(new Trouble(() => _trouble())));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Only_strict_policies_refuse()
    {
        using var strict = await _server.Client.GetAsync("/guess");
        strict.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        strict.Headers.RetryAfter.ShouldNotBeNull();
        using var open = await _server.Client.GetAsync("/read");
        open.StatusCode.ShouldBe(HttpStatusCode.OK);
        _server.Log.Lines.ShouldContain(line => line.Contains("The rate limiter of reading is unavailable"));
    }

    [Fact]
    public async Task The_wait_for_a_limiter_is_bounded()
    {
        var never = new TaskCompletionSource();
        _trouble = () => never.Task;
        var started = TimeProvider.System.GetTimestamp();

        using var open = await _server.Client.GetAsync("/read");

        open.StatusCode.ShouldBe(HttpStatusCode.OK);
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(20));
        never.SetResult();
    }

    private sealed class Trouble(Func<Task> trouble) : IIncomingGrainCallFilter
    {
        public Task Invoke(IIncomingGrainCallContext context) => context.Grain is LimiterGrain ? trouble() : context.Invoke();
    }
}
