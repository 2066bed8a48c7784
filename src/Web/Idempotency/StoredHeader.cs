namespace Actors.Web.Idempotency;

/// <summary>A header of a kept answer; one that was sent several times is several of these.</summary>
[GenerateSerializer, Immutable, Alias("plumbing.StoredHeader")]
internal sealed record StoredHeader([property: Id(0)] string Name, [property: Id(1)] string Value);
