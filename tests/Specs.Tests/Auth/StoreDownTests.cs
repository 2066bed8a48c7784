using Actors.Specs.Tests.EventsFace;
using Actors.TestKit;

namespace Actors.Specs.Tests.Auth;

/// <summary>While the store is unavailable no password is called wrong and no cookie is deleted.</summary>
public sealed class StoreDownTests
{
    [PostgresFact]
    public async Task Every_route_is_503_until_the_store_recovers()
    {
        await using var server = await PostgresServer.StartOwnAsync();
        var database = await server.CreateDatabaseAsync();
        using var settings = new SiloSettings(("DATABASE_URL", database.Url));
        await using var silo = await SiloProcess.StartAsync(settings);
        var (email, login) = await silo.Client.NewPersonAsync();

        await server.KillAsync();
        foreach (var refused in await Task.WhenAll(Doors(silo.Client, email, login)))
        {
            refused.Status.ShouldBe(503, refused.Text);
            refused.Headers.ContainsKey("Retry-After").ShouldBeTrue();
            refused.SetCookie.ShouldBeNull();
            refused.Text.ShouldBe("""{"detail":"Service Unavailable"}""");
        }

        await server.RestartAsync();
        await Waiting.UntilAsync("the silo to store again", async () => (await silo.Client.PostAsync("/auth/register", Asking.Credentials(Asking.NewEmail()))).Status == 201);
        (await silo.Client.PostAsync("/auth/refresh", cookie: login.RefreshToken)).Status.ShouldBe(200);
        (await silo.Client.LoginAsync(email)).Status.ShouldBe(200);
    }

    private static IEnumerable<Task<Reply>> Doors(HttpClient client, string email, Reply login) =>
    [
        client.LoginAsync(email),
        client.LoginAsync(Asking.NewEmail()),
        client.PostAsync("/auth/register", Asking.Credentials(Asking.NewEmail())),
        client.PostAsync("/auth/refresh", cookie: login.RefreshToken),
        client.PostAsync("/auth/logout", bearer: login.AccessToken),
        client.PostAsync("/api/auth/login", Face.Credentials(email)),
        client.PostAsync("/api/auth/token/refresh", Face.Refresh(login.RefreshToken)),
    ];
}
