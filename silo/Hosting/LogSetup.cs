using Actors.Plumbing.Configuration;

namespace Actors.Silo.Hosting;

/// <summary>How much is logged: <c>LOG_LEVEL</c>, and <c>DEBUG</c>, which is for machines that nobody else reaches.</summary>
internal static class LogSetup
{
    private const string Level = "LOG_LEVEL", Debug = "DEBUG", Section = "Logging:LogLevel:";

    // Others' code says at Information what is ours to say.
    private static readonly string[] s_quiet = ["Microsoft", "Orleans"];

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
        // It would make an activity for every request; what it could say of failures we say.
        builder.Configuration.AddInMemoryCollection([new(Section + "Microsoft.AspNetCore.Hosting.Diagnostics", nameof(LogLevel.None))]);
        if (debug && builder.Environment.IsProduction()) settings.Problems.Add(Debug, "is for development: it is refused in Production.");
        if (Read(settings) is { } level) builder.Configuration.AddInMemoryCollection(Filters(level));
        else if (debug) builder.Configuration.AddInMemoryCollection(Filters(LogLevel.Debug));
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
        filters[Section + "Microsoft.Hosting.Lifetime"] = Higher(level, LogLevel.Information).ToString();
        return filters;
    }

    private static LogLevel Higher(LogLevel one, LogLevel other) => one > other ? one : other;
}
