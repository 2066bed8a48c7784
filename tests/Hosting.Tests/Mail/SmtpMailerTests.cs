using System.Net.Mail;
using System.Text;
using Actors.Core.Mail;
using Actors.Hosting.Mail;
using Actors.TestKit;
using MimeKit;

namespace Actors.Hosting.Tests.Mail;

public sealed class SmtpMailerTests : IAsyncDisposable
{
    private static readonly MailAddress s_from = new("noreply@example.com", "Афиша");
    private static readonly Letter s_letter = new("anna@example.org", "Новый вход", "Здравствуйте!\n.\nЭто не конец письма.\n");

    private readonly FakeSmtp _server = new();
    private readonly ManualTimeProvider _time = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_letter_arrives_in_Cyrillic_with_an_id_that_a_repeat_keeps()
    {
        (await Mailer().SendAsync("m1", s_letter, default)).ShouldBe(MailOutcome.Sent);
        (await Mailer().SendAsync("m1", s_letter, default)).ShouldBe(MailOutcome.Sent);
        (await Mailer().SendAsync("m2", s_letter, default)).ShouldBe(MailOutcome.Sent);

        var letters = _server.Letters.Select(Message).ToArray();
        letters.Length.ShouldBe(3);
        letters[0].To.ToString().ShouldBe("anna@example.org");
        letters[0].From.Mailboxes.Single().ShouldSatisfyAllConditions(sender => sender.Address.ShouldBe("noreply@example.com"), sender => sender.Name.ShouldBe("Афиша"));
        letters[0].Subject.ShouldBe("Новый вход");
        letters[0].MessageId!.ShouldMatch("^[0-9a-f]{32}@example.com$");
        letters[1].MessageId.ShouldBe(letters[0].MessageId);
        letters[2].MessageId.ShouldNotBe(letters[0].MessageId);
        letters[0].TextBody!.ReplaceLineEndings("\n").TrimEnd().ShouldBe(s_letter.Text.TrimEnd());
        letters[0].Headers["Auto-Submitted"].ShouldBe("auto-generated");
        letters[0].HtmlBody.ShouldBeNull();
        _server.Heard.ShouldContain("MAIL FROM:<noreply@example.com>");
        _server.Heard.ShouldContain("RCPT TO:<anna@example.org>");
    }

    [Fact]
    public async Task HTML_headers_and_files_arrive_as_they_were()
    {
        var rich = s_letter with
        {
            Html = "<p>Здравствуйте!</p>",
            Headers = [new("List-Unsubscribe", "<https://example.com/leave?of=anna>"), new("X-Note", "Привет")],
            Attachments = [new("билет.pdf", "application/pdf", new byte[] { 0, 13, 10, 46, 13, 10, 255 }), new("plan.ics", "text/calendar; method=REQUEST", "BEGIN"u8.ToArray())],
        };

        (await Mailer().SendAsync("m1", rich, default)).ShouldBe(MailOutcome.Sent);

        using var letter = Message(_server.Letters.ShouldHaveSingleItem());
        letter.TextBody!.ShouldContain("Это не конец письма.");
        letter.HtmlBody!.ShouldContain("<p>Здравствуйте!</p>");
        letter.Headers["List-Unsubscribe"].ShouldBe("<https://example.com/leave?of=anna>");
        letter.Headers["X-Note"].ShouldBe("Привет");
        var files = letter.Attachments.Cast<MimePart>().ToArray();
        files.Select(file => file.FileName).ShouldBe(["билет.pdf", "plan.ics"]);
        files[1].ContentType.Parameters["method"].ShouldBe("REQUEST");
        using var bytes = new MemoryStream();
        await files[0].Content!.DecodeToAsync(bytes);
        bytes.ToArray().ShouldBe([0, 13, 10, 46, 13, 10, 255]);
    }

    [Fact]
    public async Task One_recipients_refusal_is_no_other_ones()
    {
        _server.Replies["RCPT TO:<anna@example.org>"] = "550 5.1.1 nobody here";

        (await Mailer().SendAsync("m1", s_letter, default)).ShouldBe(MailOutcome.Refused);
        (await Mailer().SendAsync("m2", s_letter with { To = "boris@example.org" }, default)).ShouldBe(MailOutcome.Sent);
    }

    [Theory]
    [InlineData(true, MailOutcome.Sent)]
    [InlineData(false, MailOutcome.Refused)]
    public async Task An_address_that_is_not_ASCII_needs_a_server_that_takes_it(bool takes, MailOutcome outcome)
    {
        _server.TakesUtf8 = takes;

        (await Mailer().SendAsync("m1", s_letter with { To = "анна@example.org" }, default)).ShouldBe(outcome);

        _server.Letters.Count.ShouldBe(takes ? 1 : 0);
    }

    [Fact]
    public async Task A_goodbye_that_fails_does_not_have_a_letter_sent_again()
    {
        _server.Replies["QUIT"] = "";

        (await Mailer().SendAsync("m1", s_letter, default)).ShouldBe(MailOutcome.Sent);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 <anna@example.org>: nobody here")]
    [InlineData("RCPT", "553 5.1.3 no such address")]
    [InlineData(".", "554 5.7.1 anna@example.org does not want this")]
    [InlineData(".", "552 5.3.4 too large")]
    public async Task A_letter_that_the_server_will_never_take_is_refused(string command, string reply)
    {
        _server.Replies[command] = reply;

        (await Mailer().SendAsync("m1", s_letter, default)).ShouldBe(MailOutcome.Refused);
    }

    [Theory]
    [InlineData("RCPT", "450 4.2.1 <anna@example.org>: later")]
    [InlineData(".", "451 4.3.0 anna@example.org: later")]
    [InlineData("MAIL", "421 too busy")]
    [InlineData("MAIL", "550 5.7.1 you may not send as noreply@example.com")]
    [InlineData("RCPT", "530 5.7.0 sign in first")]
    [InlineData("RCPT", "421 too busy")]
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
        var mailer = new SmtpMailer(new SmtpServer("127.0.0.1", FreePort.Next(), null, null), s_from, _time);

        await Should.ThrowAsync<MailFailedException>(mailer.SendAsync("m1", s_letter, default).Within("the failure"));
    }

    [Fact]
    public async Task An_attempt_ends_when_it_is_cancelled_though_the_server_says_nothing()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        using var patience = new CancellationTokenSource();
        var mailer = new SmtpMailer(new SmtpServer("127.0.0.1", ((System.Net.IPEndPoint)silent.LocalEndpoint).Port, null, null), s_from, _time);
        var sending = mailer.SendAsync("m1", s_letter, patience.Token);
        using var accepted = await silent.AcceptTcpClientAsync();

        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(sending.Within("the end of the attempt"));
    }

    [Fact]
    public async Task An_attempt_fails_when_the_server_is_silent_for_too_long()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var mailer = new SmtpMailer(new SmtpServer("127.0.0.1", ((System.Net.IPEndPoint)silent.LocalEndpoint).Port, null, null), s_from, _time);
        var sending = mailer.SendAsync("m1", s_letter, default);
        using var accepted = await silent.AcceptTcpClientAsync();

        _time.Advance(SmtpMailer.LongestTalk);

        await Should.ThrowAsync<MailFailedException>(sending.Within("the end of the attempt"));
    }

    private SmtpMailer Mailer() => new(new SmtpServer("127.0.0.1", _server.Port, null, null), s_from, _time);

    private static MimeMessage Message(string text) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
