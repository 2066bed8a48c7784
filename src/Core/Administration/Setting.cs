using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Actors.Core.Administration;

/// <summary>
/// A setting that operators change while the program runs. A module declares it once, as a static field, registers it with
/// <see cref="SettingServices.AddSetting"/> and reads it with <see cref="ISettingValues"/>. Settings are shown to operators: no secrets.
/// </summary>
public abstract class Setting
{
    /// <summary>The longest value, in characters.</summary>
    public const int MaxLength = 4000;

    private protected Setting(string key, string type, string description) => (Key, Type, Description) = (key, type, description);

    /// <summary>Its name: lower-case letters, digits and underscores.</summary>
    public string Key { get; }

    /// <summary><c>string</c>, <c>number</c>, <c>bool</c> or <c>json</c>.</summary>
    public string Type { get; }

    /// <summary>What it decides, in a sentence for operators.</summary>
    public string Description { get; }

    /// <summary>The default as text.</summary>
    public abstract string DefaultText { get; }

    /// <summary>Reads a text. Every text that is accepted has one value and one canonical form.</summary>
    public abstract SettingReading Read(string text);

    /// <summary>A text, which may have to be one of a few.</summary>
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

    /// <summary>A JSON document of a type.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="otherwise">The default.</param>
    /// <param name="json">How it is read and written.</param>
    /// <param name="fault">What is wrong with a value, as the end of a sentence ("must …"); null when nothing is.</param>
    /// <param name="description">What it decides.</param>
    public static Setting<T> Json<T>(string key, T otherwise, JsonTypeInfo<T> json, Func<T, string?> fault, string description)
        where T : notnull => new(
        key, "json", otherwise, description,
        text => JsonSerializer.Deserialize(text, json) is not { } value ? throw new FormatException("must not be null")
            : fault(value) is { } wrong ? throw new FormatException(wrong) : value,
        value => JsonSerializer.Serialize(value, json));
}

/// <summary>What a text of a setting comes to.</summary>
/// <param name="Value">The typed value; null when the text is at fault.</param>
/// <param name="Canonical">The text in its canonical form.</param>
/// <param name="Fault">What is wrong, as the end of a sentence; null when nothing is.</param>
public readonly record struct SettingReading(object? Value, string Canonical, string? Fault);

/// <summary>A setting with values of a type.</summary>
/// <typeparam name="T">The type, immutable.</typeparam>
public sealed class Setting<T> : Setting
    where T : notnull
{
    private readonly Func<string, T> _parse;
    private readonly Func<T, string> _write;

    internal Setting(string key, string type, T otherwise, string description, Func<string, T> parse, Func<T, string> write)
        : base(key, type, description) => (Default, _parse, _write) = (otherwise, parse, write);

    /// <summary>The value that holds until it is changed.</summary>
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
        catch (FormatException wrong)
        {
            return new(null, text, wrong.Message);
        }
        catch (JsonException)
        {
            return new(null, text, "must be valid JSON of this setting's type");
        }
    }
}
