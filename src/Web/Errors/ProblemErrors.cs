using System.Text.Json;

namespace Actors.Web.Errors;

/// <summary>Problem details of RFC 9457.</summary>
internal sealed class ProblemErrors : ErrorDialect
{
    public override string ContentType => "application/problem+json";

    public override void Write(Utf8JsonWriter json, ApiError error, ErrorContext context)
    {
        json.WriteStartObject();
        json.WriteString("type", "about:blank");
        json.WriteString("title", StatusNames.Phrase(error.Status));
        json.WriteNumber("status", error.Status);
        json.WriteString("detail", error.Detail);
        json.WriteString("instance", context.Path);
        json.WriteString("code", error.Code);
        json.WriteString("request_id", context.RequestId);
        if (error.IsValidation)
        {
            FaultJson.WriteList(json, "errors", error.Faults);
        }

        json.WriteEndObject();
    }
}
