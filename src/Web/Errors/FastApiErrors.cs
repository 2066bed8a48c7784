using System.Text.Json;

namespace Actors.Web.Errors;

/// <summary>Errors of the events platform and the event planner, as FastAPI formats them (C34, C35).</summary>
internal sealed class FastApiErrors : ErrorDialect
{
    public override void Write(Utf8JsonWriter json, ApiError error, ErrorContext context)
    {
        json.WriteStartObject();
        if (error.IsValidation)
        {
            FaultJson.WriteList(json, "detail", error.Faults);
        }
        else
        {
            json.WriteString("detail", error.Detail);
        }

        json.WriteEndObject();
    }
}
