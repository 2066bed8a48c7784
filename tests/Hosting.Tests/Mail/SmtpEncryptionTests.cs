using System.Net.Mail;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Actors.Core.Mail;
using Actors.Hosting.Mail;
using Actors.TestKit;
using MailKit.Security;

namespace Actors.Hosting.Tests.Mail;

/// <summary>A letter and a password on their way to the mail server.</summary>
public sealed class SmtpEncryptionTests
{
    private const string Password = "a-password-of-the-relay";

    private static readonly MailAddress s_from = new("noreply@example.com");
    private static readonly Letter s_letter = new("anna@example.org", "Hello", "Text");

    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Encrypted_it_signs_in_and_sends(bool implicitTls)
    {
        using var certificate = Certificate();
        await using var server = new FakeSmtp(certificate, implicitTls);

        (await Encrypted(server, certificate, implicitTls).SendAsync("m1", s_letter, default).Within("the letter")).ShouldBe(MailOutcome.Sent);

        server.Letters.ShouldHaveSingleItem();
        server.Heard.ShouldContain(line => line.StartsWith("AUTH PLAIN "));
        server.Heard.Contains("STARTTLS").ShouldBe(!implicitTls);
    }

    [Fact]
    public async Task A_sign_in_that_fails_is_for_the_operator_and_loses_no_letter()
    {
        using var certificate = Certificate();
        await using var server = new FakeSmtp(certificate);
        server.Replies["AUTH"] = "535 5.7.8 no";

        var failure = await Should.ThrowAsync<MailFailedException>(Encrypted(server, certificate).SendAsync("m1", s_letter, default).Within("the failure"));

        failure.Message.ShouldContain("SMTP_USER");
        failure.ToString().ShouldNotContain(Password);
    }

    [Fact]
    public async Task A_relay_that_offers_encryption_gets_the_letter_encrypted_whoever_vouches_for_it()
    {
        using var certificate = Certificate();
        await using var server = new FakeSmtp(certificate);

        (await new SmtpMailer(new SmtpServer("localhost", server.Port, null, null), s_from, _time).SendAsync("m1", s_letter, default).Within("the letter"))
            .ShouldBe(MailOutcome.Sent);

        server.Heard.ShouldContain("STARTTLS");
    }

    [Fact]
    public async Task A_password_never_goes_to_a_server_without_encryption()
    {
        await using var server = new FakeSmtp();
        var mailer = new SmtpMailer(new SmtpServer("127.0.0.1", server.Port, "relay", Password), s_from, _time);

        await Should.ThrowAsync<MailFailedException>(mailer.SendAsync("m1", s_letter, default).Within("the failure"));

        server.Heard.ShouldAllBe(line => line.StartsWith("EHLO") || line.StartsWith("STARTTLS") || line.StartsWith("QUIT"));
    }

    [Fact]
    public async Task A_password_never_goes_to_a_server_whose_certificate_nobody_vouches_for()
    {
        using var certificate = Certificate();
        await using var server = new FakeSmtp(certificate);
        var mailer = new SmtpMailer(new SmtpServer("localhost", server.Port, "relay", Password), s_from, _time);

        await Should.ThrowAsync<MailFailedException>(mailer.SendAsync("m1", s_letter, default).Within("the failure"));

        server.Heard.ShouldContain("STARTTLS");
        server.Heard.ShouldNotContain(line => line.StartsWith("AUTH"));
    }

    /// <summary>One that trusts the test's certificate and no other.</summary>
    private SmtpMailer Encrypted(FakeSmtp server, X509Certificate2 certificate, bool implicitTls = false)
    {
        var named = new SmtpServer("localhost", server.Port, "relay", Password);
        return new(implicitTls ? named with { Encryption = SecureSocketOptions.SslOnConnect } : named, s_from, _time)
        {
            Vouching = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString(),
        };
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
