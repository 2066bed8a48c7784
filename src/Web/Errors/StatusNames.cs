using Microsoft.AspNetCore.WebUtilities;

namespace Actors.Web.Errors;

/// <summary>Default phrases and codes of statuses.</summary>
internal static class StatusNames
{
    public static string Phrase(int status) => ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : $"Status {status}";

    /// <summary>The code from the API specifications, otherwise the phrase in upper case.</summary>
    public static string Code(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "AUTH_ERROR",
        StatusCodes.Status402PaymentRequired => "SUBSCRIPTION_REQUIRED",
        StatusCodes.Status413PayloadTooLarge => "PAYLOAD_TOO_LARGE",
        StatusCodes.Status422UnprocessableEntity => "VALIDATION_ERROR",
        StatusCodes.Status429TooManyRequests => "RATE_LIMIT_EXCEEDED",
        _ => Phrase(status).ToUpperInvariant().Replace(' ', '_').Replace('-', '_'),
    };
}
