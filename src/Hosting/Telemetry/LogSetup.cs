using Actors.Core.Configuration;

namespace Actors.Hosting.Telemetry;

/// <summary>Reads the log level: <c>LOG_LEVEL</c>, or <c>DEBUG</c>, which Production refuses.</summary>
internal static class LogSetup
{
    private const string Level = "LOG_LEVEL", Debug = "DEBUG", Section = "Logging:LogLevel:";

    /// <summary>The framework's lines on every request.</summary>
    private const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";

    // Frameworks log at Information what the program logs itself.
    private static readonly string[] s_quiet = ["Microsoft", "Orleans", "Polly"];

    private static readonly Dictionary<string, LogLevel> s_levels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["TRACE"] = LogLevel.Trace,
        ["DEBUG"] = LogLevel.Debug,
        ["INFO"] = LogLevel.Information,
        ["WARNING"] = LogLevel.Warning,
        ["ERROR"] = LogLevel.Error,
        ["CRITICAL"] = LogLevel.Critical,
    };

    public static void AddLogLevel(this WebApplicationBuilder builder, Settings settings)
    {
        var debug = settings.Flag(Debug, false);
        if (debug && builder.Environment.IsProduction()) settings.Problems.Add(Debug, "is for development: it is refused in Production.");
        if (Read(settings) is { } level) builder.Configuration.AddInMemoryCollection(Filters(level));
        else if (debug) builder.Configuration.AddInMemoryCollection(Filters(LogLevel.Debug));
        // At other levels this category still creates an activity for each request. The program logs failures itself.
        if (!IsWanted(builder.Configuration, Requests)) builder.Configuration.AddInMemoryCollection([new(Section + Requests, nameof(LogLevel.None))]);
    }

    /// <summary>The level of a category: that of its longest configured beginning.</summary>
    public static LogLevel LevelOf(IConfiguration configuration, string category)
    {
        for (var name = category; name.Length > 0; name = name[..Math.Max(0, name.LastIndexOf('.'))])
        {
            if (Enum.TryParse<LogLevel>(configuration[Section + name], true, out var least)) return least;
        }

        return LogLevel.Warning;
    }

    private static LogLevel? Read(Settings settings)
    {
        if (settings.Text(Level) is not { } name) return null;
        if (s_levels.TryGetValue(name, out var level)) return level;
        settings.Problems.Add(Level, $"\"{name}\" is none of {string.Join(", ", s_levels.Keys)}.");
        return null;
    }

    private static Dictionary<string, string?> Filters(LogLevel level)
    {
        var filters = s_quiet.ToDictionary(name => Section + name, _ => (string?)Higher(level, LogLevel.Warning).ToString());
        filters[Section + "Default"] = level.ToString();
        return filters;
    }

    private static bool IsWanted(IConfiguration configuration, string category) => LevelOf(configuration, category) < LogLevel.Warning;

    private static LogLevel Higher(LogLevel one, LogLevel other) => one > other ? one : other;
}
