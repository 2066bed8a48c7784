using Actors.Core.Configuration;
using Actors.Hosting.Mail;
using MailKit.Security;
using Microsoft.Extensions.Configuration;

namespace Actors.Hosting.Tests.Mail;

public sealed class MailOptionsTests
{
    private readonly ConfigurationProblems _problems = new();

    [Fact]
    public void Without_settings_letters_are_files()
    {
        var options = Read();

        options.Server.ShouldBeNull();
        options.Folder.ShouldBe("/data/outbox");
        _problems.None.ShouldBeTrue();
    }

    [Fact]
    public void A_server_that_is_signed_in_to_is_spoken_to_encrypted_on_587()
    {
        var options = Read(("SMTP_HOST", "mail.example.com"), ("SMTP_USER", "events"), ("SMTP_PASSWORD", "secret"), ("MAIL_FROM", "Афиша <noreply@example.com>"));

        options.Server.ShouldBe(new SmtpServer("mail.example.com", 587, "events", "secret"));
        options.Server!.Encryption.ShouldBe(SecureSocketOptions.StartTls);
        options.Server.ToString().ShouldNotContain("secret");
        options.From.DisplayName.ShouldBe("Афиша");
        _problems.None.ShouldBeTrue();
    }

    [Fact]
    public void A_relay_without_sign_in_is_spoken_to_encrypted_where_it_offers_that_unless_its_port_demands_it()
    {
        Read(("SMTP_HOST", "relay"), ("MAIL_FROM", "a@b.example")).Server.ShouldBe(new SmtpServer("relay", 25, null, null));
        new SmtpServer("relay", 25, null, null).Encryption.ShouldBe(SecureSocketOptions.StartTlsWhenAvailable);
        new SmtpServer("relay", 25, null, null).IsEncryptionDemanded.ShouldBeFalse();
        new SmtpServer("relay", 587, null, null).Encryption.ShouldBe(SecureSocketOptions.StartTls);
        new SmtpServer("relay", 465, null, null).Encryption.ShouldBe(SecureSocketOptions.SslOnConnect);
        new SmtpServer("relay", 465, "events", "secret").IsEncryptionDemanded.ShouldBeTrue();
    }

    [Fact]
    public void Everything_that_cannot_work_is_told_without_the_password()
    {
        Read(("SMTP_HOST", "not a host"), ("SMTP_PORT", "465"), ("SMTP_PASSWORD", "hunter2"));
        Read(("SMTP_HOST", "mail"), ("SMTP_PORT", "0"), ("MAIL_FROM", "nobody"));
        Read(("SMTP_USER", "events"), ("SMTP_PASSWORD", "hunter2"));

        _problems.All.Select(problem => problem.Setting).ShouldBe(
            ["SMTP_HOST", "SMTP_PASSWORD", "MAIL_FROM", "SMTP_PORT", "MAIL_FROM", "SMTP_HOST"]);
        _problems.All.ShouldAllBe(problem => !problem.Sentence.Contains("hunter2"));
    }

    private MailOptions Read(params IEnumerable<(string Name, string Value)> values)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Name, (string?)v.Value))).Build();
        return MailOptions.Read(new Settings(configuration, _problems), "/data");
    }
}
