using System.Buffers.Text;
using System.Security.Cryptography;

namespace Actors.Accounts.Tokens;

/// <summary>The secret of a program in Development that was given none: made once and kept with its data, readable by its owner only.</summary>
internal static class DevelopmentSecret
{
    private const string FileName = "secret.key";
    private const int SecretBytes = 48;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The secret in a folder, which is created when it is missing.</summary>
    public static string Of(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(directory);
            Make(path);
        }

        return File.ReadAllText(path).Trim();
    }

    // Written aside and moved, so that the file is whole; of two programs at once the first one's stays.
    private static void Make(string path)
    {
        var aside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var writer = new StreamWriter(aside, options))
        {
            writer.WriteLine(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));
        }

        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }
}
