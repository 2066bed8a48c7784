using System.Net.Mail;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Actors.Core.Mail;
using Actors.Hosting.Mail;
using Actors.TestKit;

namespace Actors.Hosting.Tests.Mail;

public sealed class SmtpMailerTests : IAsyncDisposable
{
    private const string Password = "a-password-of-the-relay";

    private static readonly MailAddress s_from = new("noreply@example.com", "Афиша");
    private static readonly Letter s_letter = new("anna@example.org", "Новый вход", "Здравствуйте!\n.\nЭто не конец письма.\n");

    private readonly FakeSmtp _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_letter_arrives_in_Cyrillic_with_an_id_that_a_repeat_keeps()
    {
        (await Mailer().SendAsync("m1", s_letter, default)).ShouldBe(MailOutcome.Sent);
        (await Mailer().SendAsync("m1", s_letter, default)).ShouldBe(MailOutcome.Sent);
        (await Mailer().SendAsync("m2", s_letter, default)).ShouldBe(MailOutcome.Sent);

        var letters = _server.Letters.Select(text => new MailHead(text)).ToArray();
        letters.Length.ShouldBe(3);
        letters[0]["To"].ShouldBe("anna@example.org");
        letters[0]["From"].ShouldContain("noreply@example.com");
        letters[0].Subject.ShouldBe("Новый вход");
        letters[0]["Message-ID"].ShouldMatch("^<[0-9a-f]{32}@example.com>$");
        letters[1]["Message-ID"].ShouldBe(letters[0]["Message-ID"]);
        letters[2]["Message-ID"].ShouldNotBe(letters[0]["Message-ID"]);
        letters[0].Text.ReplaceLineEndings("\n").ShouldBe(s_letter.Text);
        _server.Heard.ShouldContain("MAIL FROM:<noreply@example.com>");
        _server.Heard.ShouldContain("RCPT TO:<anna@example.org>");
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 <anna@example.org>: nobody here")]
    [InlineData(".", "554 5.7.1 anna@example.org does not want this")]
    public async Task A_letter_that_the_server_will_never_take_is_refused(string command, string reply)
    {
        _server.Replies[command] = reply;

        (await Mailer().SendAsync("m1", s_letter, default)).ShouldBe(MailOutcome.Refused);
    }

    [Theory]
    [InlineData("RCPT", "450 4.2.1 <anna@example.org>: later")]
    [InlineData(".", "451 4.3.0 anna@example.org: later")]
    [InlineData("MAIL", "421 too busy")]
    [InlineData("RCPT", "")]
    [InlineData(".", "")]
    public async Task A_letter_that_did_not_go_now_fails_without_naming_its_reader(string command, string reply)
    {
        _server.Replies[command] = reply;

        var failure = await Should.ThrowAsync<MailFailedException>(Mailer().SendAsync("m1", s_letter, default).Within("the failure"));

        failure.ToString().ShouldNotContain("anna");
        _server.Letters.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure()
    {
        var mailer = new SmtpMailer(new SmtpServer("127.0.0.1", FreePort.Next(), null, null), s_from);

        await Should.ThrowAsync<MailFailedException>(mailer.SendAsync("m1", s_letter, default).Within("the failure"));
    }

    [Fact]
    public async Task An_attempt_ends_when_it_is_cancelled_though_the_server_says_nothing()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        using var patience = new CancellationTokenSource();
        var mailer = new SmtpMailer(new SmtpServer("127.0.0.1", ((System.Net.IPEndPoint)silent.LocalEndpoint).Port, null, null), s_from);
        var sending = mailer.SendAsync("m1", s_letter, patience.Token);
        using var accepted = await silent.AcceptTcpClientAsync();

        await patience.CancelAsync();

        await Should.ThrowAsync<Exception>(sending.Within("the end of the attempt"));
        sending.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_password_never_goes_to_a_server_without_encryption()
    {
        await Should.ThrowAsync<MailFailedException>(Mailer("relay").SendAsync("m1", s_letter, default).Within("the failure"));

        _server.Heard.ShouldAllBe(line => line.StartsWith("EHLO") || line.StartsWith("STARTTLS") || line.StartsWith("QUIT"));
    }

    [Fact]
    public async Task A_password_never_goes_to_a_server_whose_certificate_nobody_vouches_for()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await using var server = new FakeSmtp(certificate);
        var mailer = new SmtpMailer(new SmtpServer("localhost", server.Port, "relay", Password), s_from);

        await Should.ThrowAsync<MailFailedException>(mailer.SendAsync("m1", s_letter, default).Within("the failure"));

        server.Heard.ShouldContain("STARTTLS");
        server.Heard.ShouldNotContain(line => line.StartsWith("AUTH"));
    }

    private SmtpMailer Mailer(string? user = null) =>
        new(new SmtpServer("127.0.0.1", _server.Port, user, user is null ? null : Password), s_from);
}
