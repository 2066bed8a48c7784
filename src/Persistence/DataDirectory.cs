namespace Actors.Persistence;

/// <summary>The directory of the program's files: <c>DATA_DIR</c>, by default <c>data</c> under the content root.</summary>
public static class DataDirectory
{
    /// <summary>The name of the setting.</summary>
    public const string Setting = "DATA_DIR";

    /// <summary>The full path; the directory may not exist yet.</summary>
    public static string Of(IConfiguration configuration)
    {
        var root = configuration[HostDefaults.ContentRootKey] ?? Directory.GetCurrentDirectory();
        var setting = configuration[Setting];
        return Path.GetFullPath(string.IsNullOrWhiteSpace(setting) ? "data" : setting, Path.GetFullPath(root));
    }
}
