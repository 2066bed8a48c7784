using Actors.Core.Configuration;

namespace Actors.Hosting.Telemetry;

/// <summary>How much is logged: <c>LOG_LEVEL</c>, and <c>DEBUG</c>, which is for machines that nobody else reaches.</summary>
internal static class LogSetup
{
    private const string Level = "LOG_LEVEL", Debug = "DEBUG", Section = "Logging:LogLevel:";

    /// <summary>The framework's lines on every request.</summary>
    private const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";

    // Others' code says at Information what is ours to say.
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
        // Where nobody wants to read of each request it would still make an activity of each; what it could say of failures we say.
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
