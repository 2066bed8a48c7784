using Actors.Core.Holding;
using Actors.Persistence;
using Actors.Web.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Actors.Web.Tests.Http;

/// <summary>What <c>/health</c> answers (C1): only the store makes it 503.</summary>
public sealed class HealthAnswers
{
    [Fact]
    public Task A_store_that_answers() => AnswersAsync(new(() => Task.FromResult(false)), 200, """{"status":"ok","service":"gateway"}""");

    [Fact]
    public Task A_held_store_is_no_failure() => AnswersAsync(new(() => Task.FromResult(true)), 200, """{"status":"ok","service":"gateway","held":true}""");

    [Fact]
    public Task A_store_that_is_away() =>
        AnswersAsync(new(() => throw new StoreUnavailableException("away")), 503, """{"status":"unhealthy","service":"gateway"}""");

    [Fact]
    public Task A_store_that_does_not_answer_in_time() =>
        AnswersAsync(new(() => new TaskCompletionSource<bool>().Task), 503, """{"status":"unhealthy","service":"gateway"}""");

    [Fact]
    public Task A_service_of_others_that_is_away() => AnswersAsync(new(() => Task.FromResult(false)), 200, """{"status":"degraded","service":"gateway"}""",
        checks => checks.AddCheck("upstream", () => HealthCheckResult.Degraded(), [Health.Service]));

    private static async Task AnswersAsync(Store store, int status, string body, Action<IHealthChecksBuilder>? also = null)
    {
        await using var server = await ApiServer.StartAsync(app => app.MapHealth(), builder =>
        {
            builder.Services.AddSingleton<IHeldStore>(store);
            builder.AddHealth();
            also?.Invoke(builder.Services.AddHealthChecks());
        });
        using var answer = await server.Client.GetAsync("/health");

        ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()).ShouldBe((status, body));
        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/json");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        server.Log.Lines.ShouldNotContain(line => line.Contains("HealthCheck", StringComparison.Ordinal));
    }

    private sealed class Store(Func<Task<bool>> answer) : IHeldStore
    {
        public ValueTask<bool> IsHeldAsync(CancellationToken cancellationToken) => new(answer());
    }
}
