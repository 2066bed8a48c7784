using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Actors.TestKit;

/// <summary>A request received by a <see cref="FakeUpstream"/>.</summary>
public sealed record UpstreamRequest(string Method, string Path, string Query, ImmutableDictionary<string, string> Headers, ImmutableArray<byte> Body)
{
    /// <summary>The body as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Body.AsSpan());

    internal static async Task<UpstreamRequest> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var headers = request.Headers.ToImmutableDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new(request.Method, request.Path.Value ?? "/", request.QueryString.Value ?? "", headers, [.. body.ToArray()]);
    }
}
