using Actors.Specs.Tests.Auth;
using Actors.Specs.Tests.EventsPlatform;

namespace Actors.Specs.Tests.EventsFace;

[Collection(AuthGroup.Name)]
public sealed class FaceTokenTests(AuthSilo silo)
{
    private const string Path = "/api/auth/token/refresh";

    [Theory]
    [InlineData(Path)]
    [InlineData(Path + "/")]
    public async Task A_refresh_token_gives_the_next_pair_under_both_names(string path)
    {
        var (_, access, refresh) = await silo.NewPersonAsync();
        var refreshed = await silo.All.PostAsync(path, Face.Refresh(refresh));
        refreshed.Status.ShouldBe(200);
        refreshed.Body.Names().ShouldBe(["access", "refresh", "access_token"]);
        refreshed.Body.Text("access").ShouldBe(refreshed.AccessToken);
        refreshed.AccessToken.ShouldNotBe(access);
        refreshed.Body.Text("refresh").ShouldNotBe(refresh);
        refreshed.Headers["Cache-Control"].ShouldBe("no-store");
        (await silo.All.PingAsync(refreshed.AccessToken)).ShouldBe(200);
        (await silo.All.PostAsync(path, Face.Refresh(refreshed.Body.Text("refresh")))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Tokens_are_valid_on_both_services()
    {
        var (_, _, refresh) = await silo.NewPersonAsync();
        var there = await silo.Auth.PostAsync("/auth/refresh", bearer: refresh);
        there.Status.ShouldBe(200);
        (await silo.All.PostAsync(Path, Face.Refresh(there.RefreshToken))).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.AAAA")]
    public async Task An_invalid_token_is_401(string token)
    {
        var refused = await silo.All.PostAsync(Path, Face.Refresh(token));
        refused.Status.ShouldBe(401);
        refused.Text.ShouldBe("""{"detail":"Token is invalid or expired"}""");
    }

    [Theory]
    [InlineData("""{}""", """{"refresh":["This field is required."]}""")]
    [InlineData("""{"refresh":null}""", """{"refresh":["This field may not be null."]}""")]
    [InlineData("""{"refresh":""}""", """{"refresh":["This field may not be blank."]}""")]
    [InlineData("""{"refresh":1}""", """{"refresh":["Not a valid string."]}""")]
    public async Task A_missing_token_is_400(string body, string expected)
    {
        var refused = await silo.All.AskAsync(HttpMethod.Post, Path, body);
        refused.Status.ShouldBe(400);
        refused.Body.ShouldBeJson(expected);
    }
}
