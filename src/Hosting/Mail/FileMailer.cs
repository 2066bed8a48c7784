using System.Net.Mail;
using Actors.Core.Mail;
using Actors.Persistence;
using MimeKit;

namespace Actors.Hosting.Mail;

/// <summary>Writes letters as <c>.eml</c> files, for machines without a mail server. A repeat replaces its own file.</summary>
internal sealed class FileMailer(string folder, MailAddress from, TimeProvider timeProvider) : IMailer
{
    private const string Unfinished = ".unfinished";

    public async Task<MailOutcome> SendAsync(string id, Letter letter, CancellationToken cancellationToken)
    {
        using var message = LetterMessage.Of(id, letter, from, timeProvider.GetUtcNow());
        var name = $"{LetterMessage.Name(id)}.eml";
        try
        {
            var unfinished = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, Unfinished)).FullName, name);
            await WriteAsync(unfinished, message, LetterMessage.FormatFor(letter), cancellationToken).ConfigureAwait(false);
            // The name appears when the file is whole and on the disk.
            File.Move(unfinished, Path.Combine(folder, name), overwrite: true);
            FolderSync.Flush(folder);
            return MailOutcome.Sent;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MailFailedException($"A letter cannot be written to {folder}: {exception.Message}", exception);
        }
    }

    private static async Task WriteAsync(string path, MimeMessage message, FormatOptions format, CancellationToken cancellationToken)
    {
        // What an attempt that was killed left behind has its own mode.
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        await using var _ = file.ConfigureAwait(false);
        await message.WriteToAsync(format, file, cancellationToken).ConfigureAwait(false);
        file.Flush(flushToDisk: true);
    }
}
