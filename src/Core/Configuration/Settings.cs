using System.Globalization;

namespace Actors.Core.Configuration;

/// <summary>
/// Reads settings by their names in the environment, appsettings or the command line. An invalid value is added to the problems and the default is
/// used, so that one start reports all problems. An empty value counts as not set.
/// </summary>
public sealed class Settings(IConfiguration configuration, ConfigurationProblems problems)
{
    /// <summary>Creates settings with a new list of problems.</summary>
    public Settings(IConfiguration configuration) : this(configuration, new ConfigurationProblems())
    {
    }

    /// <summary>The problems found so far.</summary>
    public ConfigurationProblems Problems { get; } = problems;

    /// <summary>The text of a setting; null when it is not set.</summary>
    public string? Text(string name) => configuration[name]?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The text of a setting, or a default.</summary>
    public string Text(string name, string otherwise) => Text(name) ?? otherwise;

    /// <summary>A whole number within bounds.</summary>
    public int Integer(string name, int otherwise, int min = int.MinValue, int max = int.MaxValue)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }

        Problems.Add(name, $"\"{text}\" is not a whole number{Range(min, max)}.");
        return otherwise;
    }

    /// <summary>A whole number of seconds.</summary>
    public TimeSpan Seconds(string name, int otherwise, int min = 0, int max = int.MaxValue) =>
        TimeSpan.FromSeconds(Integer(name, otherwise, min, max));

    /// <summary><c>true</c> or <c>false</c>, <c>on</c> or <c>off</c>, <c>1</c> or <c>0</c>, <c>yes</c> or <c>no</c>.</summary>
    public bool Flag(string name, bool otherwise)
    {
        switch (Text(name)?.ToUpperInvariant())
        {
            case null:
                return otherwise;
            case "TRUE" or "ON" or "1" or "YES":
                return true;
            case "FALSE" or "OFF" or "0" or "NO":
                return false;
            default:
                Problems.Add(name, "is neither true nor false.");
                return otherwise;
        }
    }

    /// <summary>An absolute http or https URL; null when it is not set.</summary>
    public Uri? Url(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps))
        {
            return url;
        }

        Problems.Add(name, "is not an absolute http or https URL.");
        return null;
    }

    /// <summary>A time zone by its IANA name.</summary>
    public TimeZoneInfo Zone(string name, string otherwise)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(Text(name, otherwise), out var zone))
        {
            return zone;
        }

        Problems.Add(name, $"\"{Text(name, otherwise)}\" is not a time zone of this machine (on Debian, install tzdata).");
        return TimeZoneInfo.Utc;
    }

    /// <summary>The parts of a comma-separated setting.</summary>
    public IReadOnlyList<string> List(string name, string otherwise = "") =>
        Text(name, otherwise).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The parts of a comma-separated setting whose empty value means an empty list, not the default.</summary>
    public IReadOnlyList<string> ListOrNone(string name, string otherwise) => configuration[name] is null ? List(name, otherwise) : List(name);

    private static string Range(int min, int max) => (min, max) switch
    {
        (int.MinValue, int.MaxValue) => string.Empty,
        (_, int.MaxValue) => $" of at least {min}",
        (int.MinValue, _) => $" of at most {max}",
        _ => $" from {min} to {max}",
    };
}
