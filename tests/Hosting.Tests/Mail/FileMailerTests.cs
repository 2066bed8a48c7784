using System.Net.Mail;
using Actors.Core.Mail;
using Actors.Hosting.Mail;
using Actors.TestKit;
using MimeKit;

namespace Actors.Hosting.Tests.Mail;

public sealed class FileMailerTests : IDisposable
{
    private static readonly Letter s_letter = new("anna@пример.рф", "Подтверждение " + new string('я', 90), "Здравствуйте!");

    private readonly TempFolder _folder = new("mail");
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_letter_is_a_file_that_only_its_owner_reads_and_a_repeat_replaces_it()
    {
        await Mailer().SendAsync("account/1:reused", s_letter, default);
        await Mailer().SendAsync("account/1:reused", s_letter, default);
        await Mailer().SendAsync("../../other", s_letter, default);

        var files = Directory.GetFiles(_folder.Combine("outbox"), "*", SearchOption.AllDirectories);
        files.Length.ShouldBe(2);
        files.ShouldAllBe(file => file.EndsWith(".eml") && Path.GetDirectoryName(file) == _folder.Combine("outbox"));
        new FileInfo(files[0]).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var letter = await MimeMessage.LoadAsync(files[0]);
        letter.Subject.ShouldBe(s_letter.Subject);
        letter.TextBody!.Trim().ShouldBe(s_letter.Text);
        letter.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        letter.Date.ShouldBe(_time.GetUtcNow());
    }

    [Fact]
    public async Task What_a_killed_attempt_left_is_no_letter_and_in_nobodys_way()
    {
        Directory.CreateDirectory(_folder.Combine("outbox/.unfinished"));
        await File.WriteAllTextAsync(_folder.Combine($"outbox/.unfinished/{LetterMessage.Name("m1")}.eml"), new string('x', 100_000));

        await Mailer().SendAsync("m1", s_letter, default);

        var file = Directory.GetFiles(_folder.Combine("outbox")).ShouldHaveSingleItem();
        new FileInfo(file).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var letter = await MimeMessage.LoadAsync(file);
        letter.Subject.ShouldBe(s_letter.Subject);
        letter.TextBody!.Trim().ShouldBe(s_letter.Text);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_failure()
    {
        await File.WriteAllTextAsync(_folder.Combine("outbox"), "not a folder");

        await Should.ThrowAsync<MailFailedException>(Mailer().SendAsync("m1", s_letter, default));
    }

    private FileMailer Mailer() => new(_folder.Combine("outbox"), new MailAddress("actors@localhost"), _time);
}
