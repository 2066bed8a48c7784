using System.Collections.Immutable;

namespace Actors.Web.Idempotency;

/// <summary>A stored response.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The body's content type, if any.</param>
/// <param name="Headers">The stored headers (<see cref="AnswerHeaders"/>).</param>
/// <param name="Body">The body's bytes.</param>
[GenerateSerializer, Immutable, Alias("plumbing.StoredAnswer")]
internal sealed record StoredAnswer(
    [property: Id(0)] int Status,
    [property: Id(1)] string? ContentType,
    [property: Id(2)] ImmutableArray<StoredHeader> Headers,
    [property: Id(3)] ImmutableArray<byte> Body);
