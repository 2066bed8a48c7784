using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Actors.Web.Errors;

/// <summary>A refusal before it has a shape: each family's <see cref="ErrorDialect"/> turns it into a body.</summary>
/// <param name="Status">The HTTP status; a dialect may answer a validation error (422) with the status its family documents.</param>
/// <param name="Detail">A sentence for people; never an exception's message.</param>
/// <param name="Faults">What is wrong with the request, when it is a validation error.</param>
/// <param name="Code">A stable name for programs; when null the dialect derives one from the status.</param>
/// <param name="RetryAfter">When to try again; sent as <c>Retry-After</c> in whole seconds, rounded up.</param>
public sealed record ApiError(
    int Status,
    string Detail,
    ImmutableArray<Fault> Faults = default,
    string? Code = null,
    TimeSpan? RetryAfter = null)
{
    /// <summary>More about the refusal, for the dialects that have a place for it.</summary>
    public JsonObject? Details { get; init; }

    /// <summary>True when the request itself is at fault and <see cref="Faults"/> says where.</summary>
    public bool IsValidation => !Faults.IsDefaultOrEmpty;

    /// <summary>The refusal of a request whose fields are at fault.</summary>
    public static ApiError Invalid(params ImmutableArray<Fault> faults) =>
        new(StatusCodes.Status422UnprocessableEntity, "Validation error", faults);

    /// <summary>The refusal that only a status is known of, with that status' usual words.</summary>
    public static ApiError OfStatus(int status) => new(status, StatusNames.Phrase(status));
}
