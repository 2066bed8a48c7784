using System.Collections.Immutable;

namespace Actors.Catalog.Listing.Pages;

/// <summary>The key of a cached page.</summary>
/// <param name="Request">The request, without its fields.</param>
/// <param name="Fields">The requested members of events.</param>
/// <param name="Form">The format of the body, with everything else that the body depends on.</param>
internal sealed record PageKey(ListRequest Request, string Fields, string Form)
{
    /// <summary>The bytes of its texts. They count toward the limit of the cache, because callers choose their length.</summary>
    public long Bytes => sizeof(char) * ((long)Fields.Length + Form.Length + (Request.Query?.Length ?? 0) + Request.Filter.Place.Length);

    public static PageKey Of(ListRequest request, string form) =>
        new(request with { Fields = ImmutableArray<string>.Empty }, string.Join(',', request.Fields), form);
}
