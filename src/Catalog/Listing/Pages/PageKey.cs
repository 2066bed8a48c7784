using System.Collections.Immutable;

namespace Actors.Catalog.Listing.Views;

/// <summary>What two requests have in common that are answered alike.</summary>
/// <param name="Request">The list that is asked for; its members by name apart from it.</param>
/// <param name="Fields">The members of events that are asked for.</param>
/// <param name="Form">The form of the body, with what else it depends on.</param>
internal sealed record ViewKey(ViewRequest Request, string Fields, string Form)
{
    /// <summary>Bytes of its texts: callers say how long they are.</summary>
    public long Bytes => sizeof(char) * ((long)Fields.Length + Form.Length + (Request.Query?.Length ?? 0) + Request.Filter.Place.Length);

    public static ViewKey Of(ViewRequest request, string form) =>
        new(request with { Fields = ImmutableArray<string>.Empty }, string.Join(',', request.Fields), form);
}
