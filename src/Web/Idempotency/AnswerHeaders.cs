using System.Collections.Immutable;

namespace Actors.Web.Idempotency;

/// <summary>The response headers that are stored and replayed. All others depend on the transport, the time or the single request.</summary>
internal static class AnswerHeaders
{
    /// <summary>Marks a replayed response.</summary>
    public const string Replayed = "Idempotent-Replayed";

    /// <summary><c>false</c> on a response that is too long to be stored: a retry will be executed again.</summary>
    public const string Stored = "Idempotency-Stored";

    private static readonly string[] s_names =
    [
        "Cache-Control", "Content-Disposition", "Content-Language", "Content-Location", "ETag", "Expires", "Last-Modified", "Link", "Location", "Set-Cookie",
        "Vary", "X-Total-Count",
    ];

    public static ImmutableArray<StoredHeader> Of(IHeaderDictionary headers) =>
        [.. s_names.SelectMany(name => headers[name].OfType<string>().Select(value => new StoredHeader(name, value)))];

    public static void Put(IHeaderDictionary headers, ImmutableArray<StoredHeader> stored)
    {
        foreach (var header in stored.GroupBy(header => header.Name, header => header.Value))
        {
            headers[header.Key] = header.ToArray();
        }
    }
}
