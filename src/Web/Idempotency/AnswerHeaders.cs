using System.Collections.Immutable;

namespace Actors.Web.Idempotency;

/// <summary>Headers of an answer that are part of its result. All others belong to the transport, the moment or the one request.</summary>
internal static class AnswerHeaders
{
    /// <summary>Says that an answer is one that was given before.</summary>
    public const string Replayed = "Idempotent-Replayed";

    /// <summary><c>false</c> on an answer that is too long to be kept: a repetition will be carried out again.</summary>
    public const string Kept = "Idempotency-Stored";

    private static readonly string[] s_names =
    [
        "Cache-Control", "Content-Disposition", "Content-Language", "Content-Location", "ETag", "Expires", "Last-Modified", "Link", "Location", "Set-Cookie",
        "Vary", "X-Total-Count",
    ];

    public static ImmutableArray<StoredHeader> Of(IHeaderDictionary headers) =>
        [.. s_names.SelectMany(name => headers[name].OfType<string>().Select(value => new StoredHeader(name, value)))];

    public static void Put(IHeaderDictionary headers, ImmutableArray<StoredHeader> kept)
    {
        foreach (var header in kept.GroupBy(header => header.Name, header => header.Value))
        {
            headers[header.Key] = header.ToArray();
        }
    }
}
