using System.Reflection;

namespace Actors.Hosting.Startup;

/// <summary>Which version of the program this is.</summary>
internal static class ProgramVersion
{
    private const int CommitLength = 8;

    /// <summary>Of this program.</summary>
    public static string Current { get; } =
        Of(typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);

    /// <summary>Shortens what the build wrote: <c>1.0.0+…</c> becomes <c>1.0.0 (…)</c> with the beginning of the commit.</summary>
    public static string Of(string? informational) => informational?.Split('+', 2) switch
    {
        [var version, { Length: > CommitLength } commit] => $"{version} ({commit[..CommitLength]})",
        [var version, ..] => version,
        _ => "unknown",
    };
}
