using Actors.Specs.Tests.Auth;
using Actors.Specs.Tests.EventsPlatform;

namespace Actors.Specs.Tests.EventsFace;

[Collection(AuthGroup.Name)]
public sealed class FaceLogoutTests(AuthSilo silo)
{
    private const string Path = "/api/auth/logout";
    private const string BadToken = """{"error":"Refresh token is missing or invalid"}""";

    [Theory]
    [InlineData(Path)]
    [InlineData(Path + "/")]
    public async Task Logout_ends_both_tokens(string path)
    {
        var (_, access, refresh) = await silo.NewPersonAsync();
        var left = await silo.All.PostAsync(path, Face.Refresh(refresh), bearer: access);
        left.Status.ShouldBe(200);
        left.Text.ShouldBe("""{"message":"Logout successful"}""");
        (await silo.All.PingAsync(access)).ShouldBe(401);
        (await silo.All.PostAsync("/api/auth/token/refresh", Face.Refresh(refresh))).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_refresh_token_of_another_own_session_ends_it_too()
    {
        var (name, access, _) = await silo.NewPersonAsync();
        var there = await silo.All.PostAsync("/api/auth/login", Face.Credentials(name));
        (await silo.All.PostAsync(Path, Face.Refresh(there.Body.Text("refresh_token")), bearer: access)).Status.ShouldBe(200);
        (await silo.All.PingAsync(access)).ShouldBe(401);
        (await silo.All.PingAsync(there.AccessToken)).ShouldBe(401);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"refresh":null}""")]
    [InlineData("""{"refresh":5}""")]
    [InlineData("""{"refresh":"x"}""")]
    [InlineData("[]")]
    public async Task A_missing_or_invalid_refresh_token_is_400(string? body)
    {
        var (_, access, _) = await silo.NewPersonAsync();
        var refused = await silo.All.AskAsync(HttpMethod.Post, Path, body, access);
        refused.Status.ShouldBe(400);
        refused.Text.ShouldBe(BadToken);
        (await silo.All.PingAsync(access)).ShouldBe(200);
    }

    [Fact]
    public async Task A_refresh_token_of_another_account_is_400()
    {
        var (_, access, _) = await silo.NewPersonAsync();
        var (_, theirs, token) = await silo.NewPersonAsync();
        var refused = await silo.All.PostAsync(Path, Face.Refresh(token), bearer: access);
        refused.Status.ShouldBe(400);
        refused.Text.ShouldBe(BadToken);
        (await silo.All.PingAsync(theirs)).ShouldBe(200);
        (await silo.All.PingAsync(access)).ShouldBe(200);
        (await silo.All.PostAsync("/api/auth/token/refresh", Face.Refresh(token))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Without_an_access_token_it_is_401()
    {
        var (_, access, refresh) = await silo.NewPersonAsync();
        var refused = await silo.All.PostAsync(Path, Face.Refresh(refresh));
        refused.Status.ShouldBe(401);
        refused.Text.ShouldBe("""{"detail":"Authentication credentials were not provided."}""");
        (await silo.All.PostAsync(Path, Face.Refresh(refresh), bearer: refresh)).Status.ShouldBe(401);
        (await silo.All.PingAsync(access)).ShouldBe(200);
    }
}
