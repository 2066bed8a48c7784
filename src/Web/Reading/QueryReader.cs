using Actors.Web.Errors;

namespace Actors.Web.Reading;

/// <summary>
/// Reads query parameters and collects all faults, like <see cref="FieldReader"/> for bodies. Of repeated parameters the last one counts.
/// </summary>
public sealed class QueryReader
{
    private readonly IQueryCollection _query;

    /// <summary>Creates a reader of the request's query.</summary>
    public QueryReader(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _query = context.Request.Query;
    }

    /// <summary>The faults found so far.</summary>
    public FaultList Faults { get; } = new();

    /// <summary>True if there is no fault so far.</summary>
    public bool Ok => Faults.Ok;

    /// <summary>A text; null if the parameter is missing.</summary>
    public string? OptionalText(string name, int max = int.MaxValue)
    {
        if (Last(name) is not { } text)
        {
            return null;
        }

        var reading = text.Length > max ? FaultTexts.TooLong(max) : Scalars.Text(text);
        return reading.Ok ? text : Refused<string>(name, reading.Type!, reading.Msg!);
    }

    /// <summary>A required parameter.</summary>
    public string Text(string name, int max = int.MaxValue)
    {
        if (Last(name) is null)
        {
            Refuse(name, FaultTexts.Missing.Msg, FaultTexts.Missing.Type);
        }

        return OptionalText(name, max) ?? string.Empty;
    }

    /// <summary>All values of a repeated parameter, in order.</summary>
    public IReadOnlyList<string> Texts(string name) => [.. _query[name].Where(text => text is not null && !text.Contains('\0')).Select(text => text!)];

    /// <summary>A whole number; null if the parameter is missing or faulty.</summary>
    public long? OptionalInteger(string name, long min = long.MinValue, long max = long.MaxValue) =>
        Value(name, text => IntegerText.Within(IntegerText.Read(text), min, max));

    /// <summary>A UUID; null if the parameter is missing or faulty.</summary>
    public Guid? OptionalGuid(string name) => Value(name, static text => UuidText.Read(text));

    /// <summary>A boolean; null if the parameter is missing or faulty.</summary>
    public bool? OptionalBoolean(string name) => Value(name, Scalars.Boolean);

    /// <summary>A date and time; null if the parameter is missing or faulty.</summary>
    public DateTimeText? OptionalDateTimeText(string name) => Value(name, DateTimeReading.Read);

    /// <summary>Adds a fault found by the caller.</summary>
    public void Refuse(string name, string msg, string type) => Faults.Add(new Fault(["query", name], msg, type));

    private T? Value<T>(string name, Func<string, ParseResult<T>> read)
        where T : struct
    {
        if (Last(name) is not { } text)
        {
            return null;
        }

        var reading = read(text);
        if (reading.Ok)
        {
            return reading.Value;
        }

        Refuse(name, reading.Msg!, reading.Type!);
        return null;
    }

    private T? Refused<T>(string name, string type, string msg)
        where T : class
    {
        Refuse(name, msg, type);
        return null;
    }

    private string? Last(string name) => _query[name] is { Count: > 0 } values ? values[^1] : null;
}
