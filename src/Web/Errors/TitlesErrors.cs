using System.Globalization;
using System.Text.Json;

namespace Actors.Web.Errors;

/// <summary>Errors of AniLibria titles (C34, C35).</summary>
internal sealed class TitlesErrors : ErrorDialect
{
    private const string TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public override int StatusOf(ApiError error) =>
        error is { Status: StatusCodes.Status422UnprocessableEntity, IsValidation: true } ? StatusCodes.Status400BadRequest : error.Status;

    public override void Write(Utf8JsonWriter json, ApiError error, ErrorContext context)
    {
        json.WriteStartObject();
        json.WriteBoolean("success", false);
        json.WriteStartObject("error");
        json.WriteString("code", error.Code);
        json.WriteString("message", error.Detail);
        WriteDetails(json, error);
        json.WriteEndObject();
        json.WriteString("timestamp", context.Now.ToString(TimestampFormat, CultureInfo.InvariantCulture));
        json.WriteString("request_id", context.RequestId);
        json.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter json, ApiError error)
    {
        json.WritePropertyName("details");
        if (error.Details is { } details)
        {
            details.WriteTo(json);
            return;
        }

        json.WriteStartObject();
        if (error.IsValidation)
        {
            FaultJson.WriteList(json, "errors", error.Faults);
        }

        json.WriteEndObject();
    }
}
