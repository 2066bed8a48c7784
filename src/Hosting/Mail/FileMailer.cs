using System.Net.Mail;
using Actors.Core.Mail;

namespace Actors.Hosting.Mail;

/// <summary>Writes letters as <c>.eml</c> files, for machines without a mail server. A repeat replaces its own file.</summary>
internal sealed class FileMailer(string folder, MailAddress from) : IMailer
{
    private const string Unfinished = ".unfinished";

    public async Task<MailOutcome> SendAsync(string id, Letter letter, CancellationToken cancellationToken)
    {
        var name = MailText.Name(id);
        var work = Path.Combine(folder, Unfinished, name);
        try
        {
            Directory.CreateDirectory(work);
            await WriteAsync(work, id, letter, cancellationToken).ConfigureAwait(false);
            Publish(work, Path.Combine(folder, $"{name}.eml"));
            return MailOutcome.Sent;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MailFailedException($"A letter cannot be written to {folder}: {exception.Message}", exception);
        }
    }

    private async Task WriteAsync(string work, string id, Letter letter, CancellationToken cancellationToken)
    {
        // What an attempt that was killed left behind.
        foreach (var old in Directory.EnumerateFiles(work)) File.Delete(old);
        using var message = MailText.Of(id, letter, from);
        using var client = new SmtpClient
        {
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            PickupDirectoryLocation = work,
            DeliveryFormat = MailText.FormatFor(letter),
        };
        await client.SendMailAsync(message, cancellationToken).ConfigureAwait(false);
    }

    // The name appears when the file is whole and on the disk.
    private static void Publish(string work, string target)
    {
        var written = Directory.EnumerateFiles(work).Single();
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(written, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using (var file = new FileStream(written, FileMode.Open, FileAccess.ReadWrite)) file.Flush(flushToDisk: true);
        File.Move(written, target, overwrite: true);
        Directory.Delete(work);
    }
}
