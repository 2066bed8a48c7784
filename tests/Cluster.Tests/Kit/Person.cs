using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Kit;

/// <summary>A user who signs in at any silo.</summary>
internal sealed class Person(string email)
{
    private const string Password = "correct horse battery";

    /// <summary>Registers and signs in.</summary>
    public async Task<string> RefreshTokenAsync(SiloProcess silo)
    {
        using var registered = await silo.Client.PostAsJsonAsync("/auth/register", new { email, password = Password });
        registered.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var answer = await silo.Client.PostAsJsonAsync("/auth/login", new { email, password = Password });
        return RefreshTokenOf(answer);
    }

    /// <summary>Refreshes with a token; returns the pair, or null if refused or without a response.</summary>
    public static async Task<(string Access, string Refresh)?> TryRefreshAsync(SiloProcess silo, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/refresh");
        request.Headers.Add("Cookie", $"refresh_token={token}");
        try
        {
            using var answer = await silo.Client.SendAsync(request);
            if (!answer.IsSuccessStatusCode) return null;
            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            return (body["access_token"]!.ToString(), RefreshTokenOf(answer));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Whether an access token is valid; retries on 503.</summary>
    public static async Task<bool> IsKnownAsync(SiloProcess silo, string access)
    {
        var status = HttpStatusCode.ServiceUnavailable;
        await Waiting.UntilAsync("an answer about a token", async () =>
            (status = await PingAsync(silo, access)) != HttpStatusCode.ServiceUnavailable);
        return status == HttpStatusCode.OK;
    }

    private static async Task<HttpStatusCode> PingAsync(SiloProcess silo, string access)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/me/ping");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access);
        using var answer = await silo.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private static string RefreshTokenOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").First(cookie => cookie.StartsWith("refresh_token=", StringComparison.Ordinal)).Split(';')[0].Split('=', 2)[1];
}
