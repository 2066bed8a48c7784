namespace Actors.Specs.Tests.Auth;

/// <summary>A page of a foreign origin cannot use the cookie of a visitor.</summary>
[Collection(AuthGroup.Name)]
public sealed class OriginTests(AuthSilo silo)
{
    private const string Allow = "Access-Control-Allow-Origin";

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://localhost:3000.evil.example")]
    public async Task A_foreign_origin_cannot_read_a_refresh(string origin)
    {
        var (_, login) = await silo.Auth.NewPersonAsync();
        foreach (var listener in new[] { silo.Auth, silo.All })
        {
            var answer = await listener.AskAsync(HttpMethod.Post, "/auth/refresh", cookie: login.RefreshToken, headers: ("Origin", origin));
            answer.Headers.Keys.ShouldNotContain(h => h.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
            answer.SetCookie!.ShouldContain("samesite=lax");
        }

        var before = await silo.All.AskAsync(HttpMethod.Options, "/auth/refresh", headers: [("Origin", origin), ("Access-Control-Request-Method", "POST")]);
        before.Headers.ContainsKey(Allow).ShouldBeFalse();
    }

    [Fact]
    public async Task Control_An_allowed_origin_can_read_it()
    {
        var (_, login) = await silo.Auth.NewPersonAsync();
        var answer = await silo.All.AskAsync(HttpMethod.Post, "/auth/refresh", cookie: login.RefreshToken, headers: ("Origin", "http://localhost:3000"));
        (answer.Headers[Allow], answer.Headers["Access-Control-Allow-Credentials"]).ShouldBe(("http://localhost:3000", "true"));
    }
}
