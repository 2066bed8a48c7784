using System.Collections.Immutable;
using Actors.Web.Errors;

namespace Actors.Web.Reading;

/// <summary>Errors of a whole body, in FastAPI's wording.</summary>
internal static class BodyFaults
{
    public static ApiError TooLarge { get; } = ApiError.OfStatus(StatusCodes.Status413PayloadTooLarge);

    public static ApiError UnknownEncoding { get; } = ApiError.OfStatus(StatusCodes.Status415UnsupportedMediaType);

    public static ApiError Unreadable { get; } = new(StatusCodes.Status400BadRequest, "There was an error parsing the body");

    public static ApiError Empty { get; } = ApiError.Invalid(new Fault(["body"], "Field required", "missing"));

    public static ApiError NotJson { get; } =
        ApiError.Invalid(new Fault(["body"], "Input should be a valid dictionary or object to extract fields from", "model_attributes_type"));

    public static ApiError BadUnicode { get; } =
        ApiError.Invalid(new Fault(["body"], "Input should be a valid string, unable to parse raw data as a unicode string", "string_unicode"));

    /// <summary>FastAPI reports the position in the text; this program reports the byte.</summary>
    public static ApiError Malformed(long position) =>
        ApiError.Invalid(new Fault(ImmutableArray.Create<object>("body", position), "JSON decode error", "json_invalid"));
}
