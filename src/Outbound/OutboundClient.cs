using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Actors.Core.Text;
using Actors.Outbound.Guard;
using Polly;
using Polly.CircuitBreaker;

namespace Actors.Outbound;

/// <summary>Sends a request and follows redirects. Each hop passes the guard and has retries and a circuit breaker; one deadline covers all hops.</summary>
internal sealed partial class OutboundClient(
    OutboundExchange exchange,
    IOutboundGuard guard,
    Resilience resilience,
    Breakers breakers,
    TimeProvider timeProvider,
    ILogger<OutboundClient> logger) : IOutbound
{
    private readonly ConcurrentDictionary<(int Retries, bool Posts), ResiliencePipeline<Hop>> _retries = new();

    public Task<OutboundAnswer> GetAsync(Uri url, OutboundPolicy policy, CancellationToken cancellationToken = default) =>
        GetAsync(url, policy, ImmutableDictionary<string, string>.Empty, cancellationToken);

    public Task<OutboundAnswer> GetAsync(Uri url, OutboundPolicy policy, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken = default) =>
        RunAsync(url, policy, headers, null, cancellationToken);

    public Task<OutboundAnswer> PostAsync(
        Uri url, ReadOnlyMemory<byte> json, OutboundPolicy policy, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken = default) =>
        RunAsync(url, policy, headers, json, cancellationToken);

    private async Task<OutboundAnswer> RunAsync(
        Uri url, OutboundPolicy policy, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte>? json, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(policy);
        using var timer = new CancellationTokenSource(policy.Timeout, timeProvider);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        var first = new OutboundCall(url, policy, headers, deadline.Token, cancellationToken) { Json = json };
        var answer = guard.RefuseUrl(url, url.OriginalString) is { } reason
            ? first.Failed(OutboundFailure.BadUrl, reason)
            : await FollowAsync(first);
        Report(url, policy, answer);
        return answer;
    }

    private async Task<OutboundAnswer> FollowAsync(OutboundCall call)
    {
        for (var redirects = 0; ; redirects++)
        {
            var (answer, location) = await TryAsync(call);
            if (location is null || call.Json is not null)
            {
                return answer;
            }

            if (redirects == call.Policy.MaxRedirects)
            {
                return call.Failed(OutboundFailure.TooManyRedirects, $"more than {redirects} redirects", answer.Status);
            }

            if (!WebUri.TryResolve(call.Url, location, out var next) || guard.RefuseUrl(next, location) is not null)
            {
                return call.Failed(OutboundFailure.Forbidden, "redirected to an address that is not allowed", answer.Status);
            }

            var headers = Redirects.IsSameOrigin(call.Url, next) ? call.Headers : ImmutableDictionary<string, string>.Empty;
            call = call with { Url = next, Headers = headers };
        }
    }

    private async Task<Hop> TryAsync(OutboundCall call)
    {
        var retry = call.Policy.Retries > 0 ? _retries.GetOrAdd((call.Policy.Retries, call.Json is not null), key => resilience.Retry(key.Retries, key.Posts)) : ResiliencePipeline<Hop>.Empty;
        try
        {
            return await retry.ExecuteAsync((state, _) => new ValueTask<Hop>(SendAsync(state)), call, call.Deadline);
        }
        catch (OperationCanceledException) when (!call.Caller.IsCancellationRequested)
        {
            return call.Failed(OutboundFailure.TimedOut, "timed out") with { Unclear = true };
        }
    }

    private async Task<Hop> SendAsync(OutboundCall call)
    {
        var host = string.Create(CultureInfo.InvariantCulture, $"{(call.Trusted ? "trusted " : "")}{call.Url.IdnHost}:{call.Url.Port}");
        try
        {
            // The caller's token, not the deadline: the breaker must count a timeout as a failure.
            return await breakers.Of(host).ExecuteAsync((state, _) => new ValueTask<Hop>(exchange.RunAsync(state)), call, call.Caller);
        }
        catch (BrokenCircuitException open)
        {
            return call.Failed(OutboundFailure.CircuitOpen, "the host has failed often recently", 0, open.RetryAfter);
        }
    }

    private void Report(Uri url, OutboundPolicy policy, OutboundAnswer answer)
    {
        OutboundMetrics.Count(policy.Name, answer.Failure);
        if (!answer.Ok && answer.Failure != OutboundFailure.NotModified)
        {
            var host = HostNames.Of(url) ?? "?";
            LogFailed(logger, policy.Name, host, answer.Failure, answer.Status);
        }
    }
}
