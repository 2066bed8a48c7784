using Actors.Core.Mail;
using Actors.Hosting.Mail;
using Actors.Persistence;
using Actors.Persistence.Outbox;
using Actors.TestKit;
using Microsoft.Extensions.Logging;

namespace Actors.Hosting.Tests.Mail;

public sealed class LetterTests
{
    private static readonly Letter s_letter = new("anna@example.org", "Hello", "Text");

    private readonly ManualTimeProvider _time = new();
    private readonly Remembered _log = new();

    [Theory]
    [InlineData("anna@example.org\r\nBcc: all@example.org")]
    [InlineData("anna@example.org\n")]
    [InlineData("Anna <anna@example.org>")]
    [InlineData("anna@example.org, boris@example.org")]
    [InlineData("anna@example.org;boris@example.org")]
    [InlineData(" anna@example.org")]
    [InlineData("anna")]
    [InlineData("")]
    public void An_address_that_is_more_than_one_address_is_refused(string address) =>
        Should.Throw<ArgumentException>(() => Outbox().ToMessage("m1", s_letter with { To = address })).Message.ShouldNotContain("anna");

    [Theory]
    [InlineData("Hello\r\nBcc: all@example.org")]
    [InlineData("Hello\nX: y")]
    [InlineData("Hello\rX: y")]
    [InlineData("Hello\u2028X: y")]
    [InlineData("Hello\u0000")]
    [InlineData("")]
    public void A_subject_of_more_than_one_line_is_refused(string subject) =>
        Should.Throw<ArgumentException>(() => Outbox().ToMessage("m1", s_letter with { Subject = subject }));

    [Fact]
    public void A_text_may_have_lines_that_look_like_headers_and_stays_a_text()
    {
        using var message = LetterMessage.Of("m1", s_letter with { Text = "Bcc: all@example.org\r\n\r\nx" }, new("noreply@example.com"), _time.GetUtcNow());

        message.Bcc.ShouldBeEmpty();
        message.TextBody!.ShouldStartWith("Bcc: ");
    }

    [Theory]
    [InlineData("Bcc", "all@example.org")]
    [InlineData("FROM", "other@example.org")]
    [InlineData("Content-Type", "text/html")]
    [InlineData("Resent-To", "all@example.org")]
    [InlineData("X-Note: a\r\nBcc", "all@example.org")]
    [InlineData("X Note", "a")]
    [InlineData("X-Nöte", "a")]
    [InlineData("", "a")]
    [InlineData("X-Note", "a\r\nBcc: all@example.org")]
    [InlineData("X-Note", "a\nb")]
    [InlineData("X-Note", "a\u2028b")]
    [InlineData("X-Note", " ")]
    public void A_header_that_is_the_mailers_own_or_more_than_one_line_is_refused(string name, string value) =>
        Should.Throw<ArgumentException>(() => Outbox().ToMessage("m1", s_letter with { Headers = [new(name, value)] })).Message.ShouldNotContain("all@");

    [Theory]
    [InlineData("../plan.pdf", "application/pdf")]
    [InlineData("plan.pdf\r\nX: y", "application/pdf")]
    [InlineData("", "application/pdf")]
    [InlineData("plan.pdf", "pdf")]
    [InlineData("plan.pdf", "application/pdf\r\nX: y")]
    [InlineData("plan.pdf", "message/rfc822")]
    [InlineData("plan.pdf", "multipart/mixed")]
    public void A_file_whose_name_or_type_is_none_is_refused(string name, string type) =>
        Should.Throw<ArgumentException>(() => Outbox().ToMessage("m1", s_letter with { Attachments = [new(name, type, "x"u8.ToArray())] }));

    [Fact]
    public void A_letter_has_bounds()
    {
        var most = s_letter with { Attachments = [new("all.bin", "application/octet-stream", new byte[LetterRules.MaxAttachmentBytes])] };
        LetterRules.Check(most);

        Refused(most with { Attachments = most.Attachments!.Add(new("more.bin", "application/octet-stream", new byte[1])) });
        Refused(s_letter with { Attachments = [.. Enumerable.Repeat(new LetterAttachment("a", "text/plain", default), LetterRules.MaxAttachments + 1)] });
        Refused(s_letter with { Headers = [.. Enumerable.Range(0, LetterRules.MaxHeaders + 1).Select(i => new LetterHeader($"X-{i}", "a"))] });
        Refused(s_letter with { Headers = [new("X-Note", "a"), new("x-note", "b")] });
        Refused(s_letter with { Html = new string('a', LetterRules.MaxBody + 1) });

        static void Refused(Letter letter) => Should.Throw<ArgumentException>(() => LetterRules.Check(letter));
    }

    [Fact]
    public async Task What_an_earlier_version_stored_is_sent_and_plain_letters_are_stored_the_same()
    {
        const string early = """{"Letter":{"To":"anna@example.org","Subject":"Hello","Text":"Text"},"Written":"2026-03-02T09:00:00+00:00"}""";
        var mailer = new Mailer();

        await Handler(mailer).HandleAsync(new OutboxMessage("m1", "mail", early, _time.GetUtcNow()), default);

        mailer.Sent.ShouldBe([("m1", s_letter)]);
        Outbox().ToMessage("m1", s_letter).Document.ShouldBe(early);
    }

    [Fact]
    public async Task Everything_of_a_letter_is_stored()
    {
        var rich = s_letter with { Html = "<p>Привет</p>", Headers = [new("X-Note", "a")], Attachments = [new("plan.pdf", "application/pdf", new byte[] { 0, 255, 7 })] };
        var mailer = new Mailer();

        await Handler(mailer).HandleAsync(Outbox().ToMessage("m1", rich), default);

        var sent = mailer.Sent.ShouldHaveSingleItem().Letter;
        sent.Html.ShouldBe(rich.Html);
        sent.Headers.ShouldBe(rich.Headers);
        var file = sent.Attachments.ShouldHaveSingleItem();
        (file.Name, file.ContentType).ShouldBe(("plan.pdf", "application/pdf"));
        file.Content.ToArray().ShouldBe([0, 255, 7]);
    }

    [Fact]
    public async Task A_letter_goes_from_the_outbox_to_the_mailer_as_it_was()
    {
        var message = Outbox().ToMessage("m1", s_letter with { Subject = "Привет" });
        var mailer = new Mailer();

        await Handler(mailer).HandleAsync(message, default);

        message.Topic.ShouldBe("mail");
        message.NotBefore.ShouldBe(_time.GetUtcNow());
        mailer.Sent.ShouldBe([("m1", s_letter with { Subject = "Привет" })]);
    }

    [Fact]
    public async Task A_failed_letter_comes_back_until_it_is_days_old()
    {
        var handler = Handler(new Mailer { Fails = true });
        var message = Outbox().ToMessage("m1", s_letter);

        await Should.ThrowAsync<MailFailedException>(handler.HandleAsync(message, default));
        _time.Advance(LetterHandler.Patience + TimeSpan.FromSeconds(1));
        await handler.HandleAsync(message, default);

        _log.Lines.ShouldHaveSingleItem().ShouldContain("m1");
    }

    [Fact]
    public async Task A_refused_letter_is_logged_without_its_reader()
    {
        await Handler(new Mailer { Outcome = MailOutcome.Refused }).HandleAsync(Outbox().ToMessage("m1", s_letter), default);

        _log.Lines.ShouldHaveSingleItem().ShouldNotContain("anna");
        $"{s_letter}".ShouldNotContain("anna");
    }

    private LetterOutbox Outbox() => new(_time);

    private LetterHandler Handler(IMailer mailer) => new(mailer, _time, _log);

    private sealed class Mailer : IMailer
    {
        public bool Fails { get; init; }

        public MailOutcome Outcome { get; init; }

        public List<(string Id, Letter Letter)> Sent { get; } = [];

        public Task<MailOutcome> SendAsync(string id, Letter letter, CancellationToken cancellationToken)
        {
            if (Fails) throw new MailFailedException();
            Sent.Add((id, letter));
            return Task.FromResult(Outcome);
        }
    }

    private sealed class Remembered : ILogger<LetterHandler>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
