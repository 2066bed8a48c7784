using Actors.Accounts.Accounts;
using Actors.Core.Configuration;
using Microsoft.Extensions.Configuration;

namespace Actors.Accounts.Tests.PasswordReset;

/// <summary>Where letters point to.</summary>
public sealed class PublicUrlTests
{
    [Theory]
    [InlineData("https://events.example/", "http://*:8000", true, "https://events.example")]
    [InlineData("https://events.example/app/", null, false, "https://events.example/app")]
    [InlineData(null, "http://*:8000;http://localhost:9000", true, "http://localhost:8000")]
    [InlineData(null, "http://[::]:8000", true, "http://localhost:8000")]
    [InlineData(null, null, true, "http://localhost:8000")]
    [InlineData(null, "http://0.0.0.0:8000", false, null)]
    public void The_setting_counts_and_in_Development_the_first_listener(string? setting, string? urls, bool development, string? expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(PublicUrl.Name, setting), new("ASPNETCORE_URLS", urls)]).Build();
        PublicUrl.Read(new Settings(configuration), development).ShouldBe(expected);
    }

    [Fact]
    public void Without_an_address_the_letter_has_the_token_alone()
    {
        new ResetLink(null).Of("token").ShouldBe("token");
        new ResetLink("https://events.example").Of("token").ShouldBe("https://events.example/auth/reset-password#token=token");
    }
}
