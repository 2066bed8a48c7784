namespace Actors.Web.Idempotency;

/// <summary>A header of a stored response; a header with several values is stored several times.</summary>
[GenerateSerializer, Immutable, Alias("plumbing.StoredHeader")]
internal sealed record StoredHeader([property: Id(0)] string Name, [property: Id(1)] string Value);
