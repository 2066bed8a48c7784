using System.Globalization;

namespace Actors.Web.RateLimiting;

/// <summary>
/// <c>RateLimit-Policy: "name";q=20;w=60</c> and <c>RateLimit: "name";r=19;t=42</c>, one item for each policy, as in
/// draft-ietf-httpapi-ratelimit-headers; <c>t</c> is the time until the next permit is available.
/// </summary>
internal sealed class RateLimitHeaders
{
    private readonly List<(RateLimitPolicy Policy, RateLimitVerdict Verdict)> _items = [];

    /// <summary>Adds a policy to the headers; a second verdict of the same policy replaces the first.</summary>
    public static void Report(HttpContext context, RateLimitPolicy policy, RateLimitVerdict verdict)
    {
        if (context.Features.Get<RateLimitHeaders>() is not { } headers)
        {
            headers = new RateLimitHeaders();
            context.Features.Set(headers);
            // Set when the response starts, because an error response clears the headers.
            context.Response.OnStarting(static state =>
            {
                var http = (HttpContext)state;
                http.Features.Get<RateLimitHeaders>()!.Write(http.Response.Headers);
                return Task.CompletedTask;
            }, context);
        }

        headers._items.RemoveAll(item => item.Policy.Name == policy.Name);
        headers._items.Add((policy, verdict));
    }

    public static long Seconds(TimeSpan span) => Math.Max(1, (long)Math.Ceiling(span.TotalSeconds));

    private void Write(IHeaderDictionary headers)
    {
        headers["RateLimit-Policy"] = string.Join(", ", _items.Select(item =>
            string.Create(CultureInfo.InvariantCulture, $"\"{item.Policy.Name}\";q={item.Policy.Permits};w={(long)item.Policy.Window.TotalSeconds}")));
        headers["RateLimit"] = string.Join(", ", _items.Select(item =>
            string.Create(CultureInfo.InvariantCulture, $"\"{item.Policy.Name}\";r={item.Verdict.Remaining};t={Seconds(item.Verdict.Reset)}")));
    }
}
