using System.Text.Json;

namespace Actors.Web.Reading;

public sealed partial class FieldReader
{
    /// <summary>A required text.</summary>
    /// <param name="name">The field's name, which faults use even if the alias was sent.</param>
    /// <param name="alias">A second name, used if the first is missing.</param>
    /// <param name="min">Minimum number of characters.</param>
    /// <param name="max">Maximum number of characters.</param>
    public string Text(string name, string? alias = null, int min = 0, int max = int.MaxValue)
    {
        if (!Find(name, alias, out var value))
        {
            RefuseMissing(name);
            return string.Empty;
        }

        return Value(Bounded(Scalars.Text(value), min, max), name, string.Empty);
    }

    /// <summary>A text that may be missing or null.</summary>
    public string? OptionalText(string name, string? alias = null, int min = 0, int max = int.MaxValue) =>
        IsAbsent(name, alias, out var value) ? null : Value(Bounded(Scalars.Text(value), min, max), name, string.Empty);

    /// <summary>A text that must be present but may be null.</summary>
    public string? TextOrNull(string name, string? alias = null, int max = int.MaxValue)
    {
        if (!Has(name, alias))
        {
            RefuseMissing(name);
            return null;
        }

        return OptionalText(name, alias, 0, max);
    }

    /// <summary>A required UUID.</summary>
    public Guid Guid(string name, string? alias = null) => Required(name, alias, Scalars.Uuid);

    /// <summary>A UUID that may be missing or null.</summary>
    public Guid? OptionalGuid(string name, string? alias = null) => Optional(name, alias, Scalars.Uuid);

    /// <summary>A required whole number.</summary>
    public long Integer(string name, string? alias = null, long min = long.MinValue, long max = long.MaxValue)
    {
        if (!Find(name, alias, out var value))
        {
            RefuseMissing(name);
            return default;
        }

        return Value(IntegerText.Within(IntegerText.Read(value), min, max), name, default);
    }

    /// <summary>A whole number that may be missing or null.</summary>
    public long? OptionalInteger(string name, string? alias = null, long min = long.MinValue, long max = long.MaxValue) =>
        IsAbsent(name, alias, out var value) ? null : Value(IntegerText.Within(IntegerText.Read(value), min, max), name, default);

    /// <summary>A required decimal number.</summary>
    public decimal Number(string name, string? alias = null) => Required(name, alias, Scalars.Number);

    /// <summary>A required boolean.</summary>
    public bool Boolean(string name, string? alias = null) => Required(name, alias, Scalars.Boolean);

    /// <summary>A boolean that may be missing or null.</summary>
    public bool? OptionalBoolean(string name, string? alias = null) => Optional(name, alias, Scalars.Boolean);

    /// <summary>A required date and time.</summary>
    public DateTimeText DateTimeText(string name, string? alias = null) => Required(name, alias, DateTimeReading.Read);

    /// <summary>A date and time that may be missing or null.</summary>
    public DateTimeText? OptionalDateTimeText(string name, string? alias = null) => Optional(name, alias, DateTimeReading.Read);

    /// <summary>A required text that must be one of <paramref name="values"/>.</summary>
    public string OneOf(string name, params IReadOnlyList<string> values)
    {
        var text = Text(name);
        if (Find(name, null, out var value) && value.ValueKind == JsonValueKind.String && !values.Contains(text, StringComparer.Ordinal))
        {
            Refuse(name, FaultTexts.OneOf(values).Msg, FaultTexts.OneOf(values).Type);
        }

        return text;
    }

    private static ParseResult<string> Bounded(ParseResult<string> reading, int min, int max) => reading switch
    {
        { Ok: true, Value.Length: var length } when length < min => FaultTexts.TooShort(min),
        { Ok: true, Value.Length: var length } when length > max => FaultTexts.TooLong(max),
        _ => reading,
    };

    private bool IsAbsent(string name, string? alias, out JsonElement value) =>
        !Find(name, alias, out value) || value.ValueKind == JsonValueKind.Null;

    private T Required<T>(string name, string? alias, Func<JsonElement, ParseResult<T>> read)
        where T : struct
    {
        if (!Find(name, alias, out var value))
        {
            RefuseMissing(name);
            return default;
        }

        return Value(read(value), name, default);
    }

    private T? Optional<T>(string name, string? alias, Func<JsonElement, ParseResult<T>> read)
        where T : struct => IsAbsent(name, alias, out var value) ? null : Value(read(value), name, default);
}
