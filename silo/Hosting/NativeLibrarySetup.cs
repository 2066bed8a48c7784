using Actors.Plumbing.Configuration;

namespace Actors.Silo.Hosting;

/// <summary>Checks at start-up what the program needs of the system, and names the Debian package that is missing.</summary>
internal static class NativeLibrarySetup
{
    public static void AddNativeLibraries(this WebApplicationBuilder builder, ConfigurationProblems problems)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Moscow", out _)) problems.Add("libraries", "apt-get install tzdata");
    }
}
