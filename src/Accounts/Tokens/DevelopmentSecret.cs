using System.Buffers.Text;
using System.Security.Cryptography;

namespace Actors.Accounts.Tokens;

/// <summary>The signing secret in Development if none is set: generated once and stored in the data directory, readable only by its owner.</summary>
internal static class DevelopmentSecret
{
    private const string FileName = "secret.key";
    private const int SecretBytes = 48;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the secret of a folder; creates both if missing.</summary>
    public static string Of(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(directory);
            Create(path);
        }

        return File.ReadAllText(path).Trim();
    }

    // Written to a temporary file and moved, so that the file is complete; if two programs start at once, the first file stays.
    private static void Create(string path)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var writer = new StreamWriter(temporary, options))
        {
            writer.WriteLine(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));
        }

        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }
}
