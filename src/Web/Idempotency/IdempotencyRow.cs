using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Actors.Persistence;

namespace Actors.Web.Idempotency;

/// <summary>A row of table <c>idempotency_answers</c>.</summary>
internal sealed record IdempotencyRow
{
    public required string Key { get; init; }

    public required string Fingerprint { get; init; }

    public required long Status { get; init; }

    public string? ContentType { get; init; }

    public required string Headers { get; init; }

    public required byte[] Body { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public static IdempotencyRow Of(string key, string fingerprint, StoredAnswer answer, DateTimeOffset expiresAt) => new()
    {
        Key = key,
        Fingerprint = fingerprint,
        Status = answer.Status,
        ContentType = answer.ContentType,
        Headers = JsonSerializer.Serialize(answer.Headers, StoredJson.Options),
        Body = ImmutableCollectionsMarshal.AsArray(answer.Body) ?? [],
        ExpiresAt = expiresAt,
    };

    public StoredAnswer ToAnswer() => new(
        (int)Status,
        ContentType,
        JsonSerializer.Deserialize<ImmutableArray<StoredHeader>>(Headers, StoredJson.Options),
        ImmutableCollectionsMarshal.AsImmutableArray(Body));
}
