using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Actors.Core.Administration;

/// <summary>
/// A setting that operators change while the program runs. A module declares it once, as a static field, registers it with
/// <see cref="SettingServices.AddSetting"/> and reads it with <see cref="ISettingValues"/>. Operators see all values, so a setting must not be a secret.
/// </summary>
public abstract class Setting
{
    /// <summary>Maximum length of a value, in characters.</summary>
    public const int MaxLength = 4000;

    private protected Setting(string key, string type, string description) => (Key, Type, Description) = (key, type, description);

    /// <summary>Its name: lower-case letters, digits and underscores.</summary>
    public string Key { get; }

    /// <summary><c>string</c>, <c>number</c>, <c>bool</c> or <c>json</c>.</summary>
    public string Type { get; }

    /// <summary>What the setting controls: one sentence for operators.</summary>
    public string Description { get; }

    /// <summary>The default as text.</summary>
    public abstract string DefaultText { get; }

    /// <summary>Parses a text. An accepted text has one value and one canonical form.</summary>
    public abstract SettingReading Read(string text);

    /// <summary>A text; if <paramref name="oneOf"/> is not empty, one of its values.</summary>
    public static Setting<string> Text(string key, string otherwise, string description, params string[] oneOf) => new(
        key, "string", otherwise, description,
        text => oneOf.Length == 0 || oneOf.Contains(text, StringComparer.Ordinal) ? text : throw new FormatException($"must be one of {string.Join(", ", oneOf)}"),
        value => value);

    /// <summary>A whole number within bounds.</summary>
    public static Setting<long> Integer(string key, long otherwise, long min, long max, string description) => new(
        key, "number", otherwise, description,
        text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw new FormatException($"must be a whole number from {min} to {max}"),
        value => value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A decimal number within bounds.</summary>
    public static Setting<decimal> Number(string key, decimal otherwise, decimal min, decimal max, string description) => new(
        key, "number", otherwise, description,
        text => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"must be a number from {min} to {max}")),
        value => value.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static Setting<bool> Flag(string key, bool otherwise, string description) => new(
        key, "bool", otherwise, description,
        text => bool.TryParse(text, out var value) ? value : throw new FormatException("must be true or false"),
        value => value ? "true" : "false");

    /// <summary>A JSON document that is deserialized to a type.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="otherwise">The default.</param>
    /// <param name="json">The type's serialization metadata.</param>
    /// <param name="fault">Validates a value: returns the end of a sentence ("must …"), or null if the value is valid.</param>
    /// <param name="description">What the setting controls.</param>
    public static Setting<T> Json<T>(string key, T otherwise, JsonTypeInfo<T> json, Func<T, string?> fault, string description)
        where T : notnull => new(
        key, "json", otherwise, description,
        text => JsonSerializer.Deserialize(text, json) is not { } value ? throw new FormatException("must not be null")
            : fault(value) is { } wrong ? throw new FormatException(wrong) : value,
        value => JsonSerializer.Serialize(value, json));
}

/// <summary>The result of parsing the text of a setting.</summary>
/// <param name="Value">The typed value; null if the text is not valid.</param>
/// <param name="Canonical">The text in its canonical form.</param>
/// <param name="Fault">The error as the end of a sentence; null if the text is valid.</param>
public readonly record struct SettingReading(object? Value, string Canonical, string? Fault);

/// <summary>A setting with typed values.</summary>
/// <typeparam name="T">The type of the values; immutable.</typeparam>
public sealed class Setting<T> : Setting
    where T : notnull
{
    private readonly Func<string, T> _parse;
    private readonly Func<T, string> _write;

    internal Setting(string key, string type, T otherwise, string description, Func<string, T> parse, Func<T, string> write)
        : base(key, type, description) => (Default, _parse, _write) = (otherwise, parse, write);

    /// <summary>The default value.</summary>
    public T Default { get; }

    /// <inheritdoc/>
    public override string DefaultText => _write(Default);

    /// <inheritdoc/>
    public override SettingReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength) return new(null, text, $"must have at most {MaxLength} characters");
        if (text.Contains('\0', StringComparison.Ordinal)) return new(null, text, "must not contain a null character");
        try
        {
            var value = _parse(text);
            return new(value, _write(value), null);
        }
        catch (FormatException invalid)
        {
            return new(null, text, invalid.Message);
        }
        catch (JsonException)
        {
            return new(null, text, "must be valid JSON of this setting's type");
        }
    }
}
