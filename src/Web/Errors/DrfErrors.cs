using System.Text.Json;

namespace Actors.Web.Errors;

/// <summary>Errors of events-face, in the wording of Django REST framework (C34, C35).</summary>
internal sealed class DrfErrors : ErrorDialect
{
    private const string WholeBody = "non_field_errors";

    public override int StatusOf(ApiError error) =>
        error is { Status: StatusCodes.Status422UnprocessableEntity, IsValidation: true } ? StatusCodes.Status400BadRequest : error.Status;

    public override void Write(Utf8JsonWriter json, ApiError error, ErrorContext context)
    {
        json.WriteStartObject();
        if (error.IsValidation && error.Faults is not [{ Type: "json_invalid" }])
        {
            WriteFields(json, error);
        }
        else
        {
            json.WriteString("detail", Words(error, context));
        }

        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, ApiError error)
    {
        foreach (var field in error.Faults.GroupBy(FieldOf))
        {
            json.WriteStartArray(field.Key);
            foreach (var fault in field)
            {
                json.WriteStringValue(Words(fault));
            }

            json.WriteEndArray();
        }
    }

    // The first part of a loc is "body" or "query", the second one the field.
    private static string FieldOf(Fault fault) => fault.Loc.Length > 1 ? fault.Loc[1].ToString() ?? WholeBody : WholeBody;

    private static string Words(Fault fault) => fault.Type switch
    {
        "missing" => "This field is required.",
        "string_type" => "Not a valid string.",
        "int_type" or "int_parsing" or "int_from_float" => "A valid integer is required.",
        "uuid_parsing" or "uuid_type" => "Must be a valid UUID.",
        _ => fault.Msg,
    };

    private static string Words(ApiError error, ErrorContext context) => error switch
    {
        { IsValidation: true } => "JSON parse error",
        { Status: StatusCodes.Status404NotFound, Detail: "Not Found" } => "Not found.",
        { Status: StatusCodes.Status401Unauthorized, Detail: "Not authenticated" } => "Authentication credentials were not provided.",
        { Status: StatusCodes.Status403Forbidden, Detail: "Not enough permissions" } => "You do not have permission to perform this action.",
        { Status: StatusCodes.Status405MethodNotAllowed } => $"Method \"{context.Method}\" not allowed.",
        _ => error.Detail,
    };
}
