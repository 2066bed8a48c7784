using Actors.Core.Configuration;
using Actors.Core.Startup;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Starting;

/// <summary>The settings of letters: the base of links, and the language.</summary>
public sealed class LinkSettingsTests
{
    [Fact]
    public async Task Links_begin_with_PUBLIC_URL_or_the_first_listener()
    {
        using var settings = new SiloSettings(("ASPNETCORE_URLS", "http://0.0.0.0:8123;http://localhost:8124"));
        await using (var app = SiloApp.Create(settings.ToArguments()))
            app.Services.GetRequiredService<PublicUrl>().Root.ShouldBe(new Uri("http://localhost:8123/"));

        settings.Set("PUBLIC_URL", "https://events.example/app");
        await using var given = SiloApp.Create(settings.ToArguments());
        given.Services.GetRequiredService<PublicUrl>().To("reset").ShouldBe(new Uri("https://events.example/app/reset"));
        given.Services.GetServices<StartLine>().ShouldContain(new StartLine("links", "begin with https://events.example/app/"));
    }

    [Fact]
    public void Production_with_a_mail_server_requires_PUBLIC_URL()
    {
        using var settings = new SiloSettings(("SMTP_HOST", "mail.example"), ("MAIL_FROM", "a@mail.example"), ("MAIL_LANGUAGE", "de"));
        settings.Environment = "Production";

        var refusal = Should.Throw<ConfigurationRefusedException>(() => SiloApp.Create(settings.ToArguments()));

        refusal.Problems.ShouldContain(new ConfigurationProblem("PUBLIC_URL", "is required in Production when SMTP_HOST is set: the base of links."));
        refusal.Problems.ShouldContain(new ConfigurationProblem("MAIL_LANGUAGE", "is neither ru nor en."));
    }
}
