using System.Reflection;

namespace Actors.Hosting.Startup;

/// <summary>The version of the program.</summary>
internal static class ProgramVersion
{
    private const int CommitLength = 8;

    /// <summary>The version of the running program.</summary>
    public static string Current { get; } =
        Of(typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);

    /// <summary>Shortens an informational version: <c>1.0.0+…</c> becomes <c>1.0.0 (…)</c> with the first characters of the commit.</summary>
    public static string Of(string? informational) => informational?.Split('+', 2) switch
    {
        [var version, { Length: > CommitLength } commit] => $"{version} ({commit[..CommitLength]})",
        [var version, ..] => version,
        _ => "unknown",
    };
}
