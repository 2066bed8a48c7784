using System.Text;
using System.Text.Json;
using Actors.Payments.Providers;
using Actors.Web.Errors;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Actors.Payments.Robokassa;

/// <summary>The fields of a notification: a form or a query as Robokassa sends it, or JSON as the Love Parser specification describes it.</summary>
/// <param name="Values">Values by name; the lookup ignores case, but keys keep it, because signatures cover names as sent.</param>
/// <param name="IsJson">True for JSON, which is acknowledged in JSON.</param>
internal sealed record RobokassaFields(Dictionary<string, string> Values, bool IsJson)
{
    private const int MaxFields = 100;
    private const int MaxDepth = 4;

    /// <summary>The shop's own parameters, with names as sent.</summary>
    public IEnumerable<KeyValuePair<string, string>> Own =>
        Values.Where(v => v.Key.StartsWith(RobokassaSigner.OwnPrefix, StringComparison.OrdinalIgnoreCase));

    public string? Find(string name) => Values.GetValueOrDefault(name);

    public static (RobokassaFields? Read, ApiError? Refusal) Read(PaymentNotification notification)
    {
        try
        {
            if (!notification.IsPost) return OfPairs(QueryHelpers.ParseQuery(notification.Query));
            return MediaTypeHeaderValue.TryParse(notification.ContentType, out var type) && type.MediaType.HasValue ? type.MediaType.Value.ToLowerInvariant() switch
            {
                "application/json" => OfJson(notification.Body),
                "application/x-www-form-urlencoded" => OfForm(notification.Body.Span),
                _ => (null, ApiError.OfStatus(StatusCodes.Status415UnsupportedMediaType)),
            }
            : OfJson(notification.Body);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or InvalidOperationException or ArgumentException)
        {
            return (null, Fault("The body cannot be read"));
        }
    }

    private static (RobokassaFields? Read, ApiError? Refusal) OfForm(ReadOnlySpan<byte> body)
    {
        using var reader = new FormReader(Encoding.UTF8.GetString(body)) { ValueCountLimit = MaxFields };
        return OfPairs(reader.ReadForm());
    }

    private static (RobokassaFields? Read, ApiError? Refusal) OfPairs(Dictionary<string, StringValues> pairs)
    {
        var fields = Empty(isJson: false);
        if (pairs.Count > MaxFields) return (null, Fault("Too many fields"));
        foreach (var (name, values) in pairs)
        {
            if (values.Count != 1 || !fields.Values.TryAdd(name, values.ToString())) return (null, Fault("A field is given twice"));
        }

        return (fields, null);
    }

    private static (RobokassaFields? Read, ApiError? Refusal) OfJson(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
        if (document.RootElement.ValueKind != JsonValueKind.Object) return (null, Fault("The body is not an object"));
        var fields = Empty(isJson: true);
        foreach (var field in document.RootElement.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Null) continue;
            if (field.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) return (null, Fault("A field is not a string or number"));
            var text = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
            if (!fields.Values.TryAdd(field.Name, text)) return (null, Fault("A field is given twice"));
        }

        return (fields, null);
    }

    private static RobokassaFields Empty(bool isJson) => new(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), isJson);

    private static ApiError Fault(string message) => ApiError.Invalid(new Fault(["body"], message, "value_error"));
}
