using System.Runtime.InteropServices;
using Actors.Plumbing.Configuration;

namespace Actors.Silo.Hosting;

/// <summary>Checks native dependencies at start-up and names the Debian packages of those that are missing.</summary>
internal static class NativeLibrarySetup
{
    private static readonly (string Library, string Package)[] s_needed =
    [
        ("libsqlite3.so.0", "libsqlite3-0"),
    ];

    public static void AddNativeLibraries(this WebApplicationBuilder builder, ConfigurationProblems problems)
    {
        string[] packages =
        [
            .. s_needed.Where(n => !IsThere(n.Library)).Select(n => n.Package),
            .. TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Moscow", out _) ? Array.Empty<string>() : ["tzdata"],
        ];
        if (packages.Length > 0) problems.Add("libraries", $"apt-get install {string.Join(' ', packages)}");
    }

    private static bool IsThere(string library)
    {
        if (!NativeLibrary.TryLoad(library, out var handle)) return false;
        NativeLibrary.Free(handle);
        return true;
    }
}
