using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Actors.Web.Errors;

/// <summary>Writes faults as FastAPI's list.</summary>
internal static class FaultJson
{
    public static void WriteList(Utf8JsonWriter json, string name, ImmutableArray<Fault> faults)
    {
        json.WriteStartArray(name);
        foreach (var fault in faults)
        {
            json.WriteStartObject();
            WriteLoc(json, "loc", fault.Loc);
            json.WriteString("msg", fault.Msg);
            json.WriteString("type", fault.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteLoc(Utf8JsonWriter json, string name, ImmutableArray<object> loc)
    {
        json.WriteStartArray(name);
        foreach (var part in loc)
        {
            if (part is int or long)
            {
                json.WriteNumberValue(Convert.ToInt64(part, CultureInfo.InvariantCulture));
            }
            else
            {
                json.WriteStringValue(part.ToString());
            }
        }

        json.WriteEndArray();
    }
}
