using Actors.Core.Configuration;
using Actors.Core.Mail;
using Microsoft.Extensions.Configuration;

namespace Actors.Core.Tests.Configuration;

public sealed class PublicUrlTests
{
    private readonly ConfigurationProblems _problems = new();

    [Theory]
    [InlineData("https://events.example", "https://events.example/")]
    [InlineData("https://events.example/app/", "https://events.example/app/")]
    [InlineData("http://localhost:8000/app", "http://localhost:8000/app/")]
    public void Links_begin_with_the_public_URL(string given, string root)
    {
        var url = Read(given).ShouldNotBeNull();

        url.Root.ShouldBe(new Uri(root));
        url.To("/auth/reset?token=a").AbsoluteUri.ShouldBe($"{root}auth/reset?token=a");
        url.To("//evil.example/").Host.ShouldBe(url.Root.Host);
        _problems.None.ShouldBeTrue();
    }

    [Theory]
    [InlineData("events.example")]
    [InlineData("ftp://events.example")]
    [InlineData("/app")]
    [InlineData("https://user:secret@events.example")]
    [InlineData("https://events.example/?a=b")]
    [InlineData("https://events.example/#a")]
    public void An_unusable_URL_is_a_problem(string given)
    {
        Read(given).ShouldBeNull();

        _problems.All.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Setting.ShouldBe("PUBLIC_URL"), p => p.Sentence.ShouldNotContain("secret"));
    }

    [Theory]
    [InlineData(true, null, 1)]
    [InlineData(true, "https://events.example", 0)]
    [InlineData(false, null, 0)]
    public void Production_requires_the_public_URL(bool production, string? given, int problems)
    {
        PublicUrl.Require(Of("PUBLIC_URL", given), production, "SMTP_HOST");

        _problems.All.Count.ShouldBe(problems);
    }

    [Theory]
    [InlineData(null, "ru", 0)]
    [InlineData("ru", "ru", 0)]
    [InlineData("en", "en", 0)]
    [InlineData("de", "ru", 1)]
    [InlineData("EN", "ru", 1)]
    public void Letters_are_Russian_or_English(string? given, string words, int problems)
    {
        MailLanguage.Read(Of("MAIL_LANGUAGE", given)).Choose("ru", "en").ShouldBe(words);

        _problems.All.Count.ShouldBe(problems);
    }

    private PublicUrl? Read(string given) => PublicUrl.Read(Of("PUBLIC_URL", given));

    private Settings Of(string name, string? value) => new(new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build(), _problems);
}
