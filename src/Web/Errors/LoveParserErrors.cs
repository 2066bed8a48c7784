using System.Text.Json;

namespace Actors.Web.Errors;

/// <summary>Errors of Love Parser (C34, C35).</summary>
internal sealed class LoveParserErrors : ErrorDialect
{
    public override void Write(Utf8JsonWriter json, ApiError error, ErrorContext context)
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("message", error.Detail);
        json.WriteString("code", error.Code);
        json.WriteNumber("statusCode", error.Status);
        WriteDetails(json, error);
        json.WriteString("requestId", context.RequestId);
        json.WriteEndObject();
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
            WriteIssues(json, error);
        }

        json.WriteEndObject();
    }

    private static void WriteIssues(Utf8JsonWriter json, ApiError error)
    {
        json.WriteStartArray("issues");
        foreach (var fault in error.Faults)
        {
            json.WriteStartObject();
            FaultJson.WriteLoc(json, "path", fault.Loc);
            json.WriteString("message", fault.Msg);
            json.WriteString("code", fault.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
