namespace Actors.Web.Reading;

/// <summary>Types and messages of faults, in pydantic's wording.</summary>
internal static class FaultTexts
{
    public static readonly (string Type, string Msg) Missing = ("missing", "Field required");
    public static readonly (string Type, string Msg) StringType = ("string_type", "Input should be a valid string");
    public static readonly (string Type, string Msg) Nul = ("value_error", "Value error, text must not contain NUL characters");
    public static readonly (string Type, string Msg) IntType = ("int_type", "Input should be a valid integer");
    public static readonly (string Type, string Msg) IntParsing = ("int_parsing", "Input should be a valid integer, unable to parse string as an integer");
    public static readonly (string Type, string Msg) IntSize = ("int_parsing_size", "Unable to parse input string as an integer, exceeded maximum size");
    public static readonly (string Type, string Msg) IntFraction = ("int_from_float", "Input should be a valid integer, got a number with a fractional part");
    public static readonly (string Type, string Msg) NotFinite = ("finite_number", "Input should be a finite number");
    public static readonly (string Type, string Msg) NumberType = ("decimal_type", "Decimal input should be an integer, float, string or Decimal object");
    public static readonly (string Type, string Msg) NumberParsing = ("decimal_parsing", "Input should be a valid decimal");
    public static readonly (string Type, string Msg) BoolType = ("bool_type", "Input should be a valid boolean");
    public static readonly (string Type, string Msg) BoolParsing = ("bool_parsing", "Input should be a valid boolean, unable to interpret input");
    public static readonly (string Type, string Msg) UuidType = ("uuid_type", "UUID input should be a string, bytes or UUID object");
    public static readonly (string Type, string Msg) DateTimeType = ("datetime_type", "Input should be a valid datetime");
    public static readonly (string Type, string Msg) ListType = ("list_type", "Input should be a valid list");

    public static readonly (string Type, string Msg) ModelType =
        ("model_attributes_type", "Input should be a valid dictionary or object to extract fields from");

    public static (string Type, string Msg) TooShort(int min) => ("string_too_short", $"String should have at least {Characters(min)}");

    public static (string Type, string Msg) TooLong(int max) => ("string_too_long", $"String should have at most {Characters(max)}");

    public static (string Type, string Msg) AtLeast(decimal min) => ("greater_than_equal", FormattableString.Invariant($"Input should be greater than or equal to {min}"));

    public static (string Type, string Msg) AtMost(decimal max) => ("less_than_equal", FormattableString.Invariant($"Input should be less than or equal to {max}"));

    public static (string Type, string Msg) ListTooLong(int max, int actual) =>
        ("too_long", $"List should have at most {Items(max)} after validation, not {actual}");

    public static (string Type, string Msg) ListTooShort(int min, int actual) =>
        ("too_short", $"List should have at least {Items(min)} after validation, not {actual}");

    public static (string Type, string Msg) Uuid(string reason) => ("uuid_parsing", $"Input should be a valid UUID, {reason}");

    public static (string Type, string Msg) Date(string reason) => ("datetime_from_date_parsing", $"Input should be a valid datetime or date, {reason}");

    public static (string Type, string Msg) DateTime(string reason) => ("datetime_parsing", $"Input should be a valid datetime, {reason}");

    public static (string Type, string Msg) OneOf(IReadOnlyList<string> values) => ("literal_error", $"Input should be {Choice(values)}");

    private static string Characters(int n) => n == 1 ? "1 character" : $"{n} characters";

    private static string Items(int n) => n == 1 ? "1 item" : $"{n} items";

    private static string Choice(IReadOnlyList<string> values)
    {
        var quoted = values.Select(value => $"'{value}'").ToArray();
        return quoted.Length < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted[..^1])} or {quoted[^1]}";
    }
}
