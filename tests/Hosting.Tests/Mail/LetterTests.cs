using Actors.Core.Mail;
using Actors.Hosting.Mail;
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
        using var message = MailText.Of("m1", s_letter with { Text = "Bcc: all@example.org\r\n\r\nx" }, new("noreply@example.com"));

        message.Bcc.ShouldBeEmpty();
        message.Body.ShouldStartWith("Bcc: ");
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
