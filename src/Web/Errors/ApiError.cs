using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Actors.Web.Errors;

/// <summary>An error response independent of its format. The <see cref="ErrorDialect"/> of the route writes its body.</summary>
/// <param name="Status">The HTTP status; a dialect may replace 422 with the status that its specification documents for validation errors.</param>
/// <param name="Detail">A sentence for people; never the message of an exception.</param>
/// <param name="Faults">The faults of the request, for a validation error.</param>
/// <param name="Code">A stable name for programs; null to derive one from the status.</param>
/// <param name="RetryAfter">The time to wait before a retry; sent as <c>Retry-After</c> in whole seconds, rounded up.</param>
public sealed record ApiError(
    int Status,
    string Detail,
    ImmutableArray<Fault> Faults = default,
    string? Code = null,
    TimeSpan? RetryAfter = null)
{
    /// <summary>Further details, for dialects that support them.</summary>
    public JsonObject? Details { get; init; }

    /// <summary>True for a validation error with <see cref="Faults"/>.</summary>
    public bool IsValidation => !Faults.IsDefaultOrEmpty;

    /// <summary>Creates a validation error.</summary>
    public static ApiError Invalid(params ImmutableArray<Fault> faults) =>
        new(StatusCodes.Status422UnprocessableEntity, "Validation error", faults);

    /// <summary>Creates an error with the standard phrase of a status.</summary>
    public static ApiError OfStatus(int status) => new(status, StatusNames.Phrase(status));
}
