using System.Globalization;

namespace Actors.Web.RateLimiting;

/// <summary>
/// <c>RateLimit-Policy: "name";q=20;w=60</c> and <c>RateLimit: "name";r=19;t=42</c>, one item a policy, as draft-ietf-httpapi-ratelimit-headers
/// has them: <c>t</c> is when there is one permit more.
/// </summary>
internal sealed class RateLimitHeaders
{
    private readonly List<(RateLimitPolicy Policy, RateLimitVerdict Verdict)> _said = [];

    /// <summary>Has the answer tell of a policy; of one that is taken twice the last verdict.</summary>
    public static void Report(HttpContext context, RateLimitPolicy policy, RateLimitVerdict verdict)
    {
        if (context.Features.Get<RateLimitHeaders>() is not { } headers)
        {
            headers = new RateLimitHeaders();
            context.Features.Set(headers);
            // At the end, because an error answer clears the headers.
            context.Response.OnStarting(static state =>
            {
                var http = (HttpContext)state;
                http.Features.Get<RateLimitHeaders>()!.Write(http.Response.Headers);
                return Task.CompletedTask;
            }, context);
        }

        headers._said.RemoveAll(item => item.Policy.Name == policy.Name);
        headers._said.Add((policy, verdict));
    }

    public static long Seconds(TimeSpan span) => Math.Max(1, (long)Math.Ceiling(span.TotalSeconds));

    private void Write(IHeaderDictionary headers)
    {
        headers["RateLimit-Policy"] = string.Join(", ", _said.Select(item =>
            string.Create(CultureInfo.InvariantCulture, $"\"{item.Policy.Name}\";q={item.Policy.Permits};w={(long)item.Policy.Window.TotalSeconds}")));
        headers["RateLimit"] = string.Join(", ", _said.Select(item =>
            string.Create(CultureInfo.InvariantCulture, $"\"{item.Policy.Name}\";r={item.Verdict.Remaining};t={Seconds(item.Verdict.Reset)}")));
    }
}
