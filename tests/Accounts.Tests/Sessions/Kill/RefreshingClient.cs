using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Sessions.Kill;

/// <summary>A client that refreshes continuously and records its tokens.</summary>
internal sealed class RefreshingClient(SiloProcess silo, string name)
{
    private const string Cookie = "refresh_token=";

    /// <summary>The received tokens since the last sign-in, oldest first.</summary>
    public List<string> Acknowledged { get; } = [];

    public async Task SignUpAsync()
    {
        using var _ = (await PostAsync("/auth/register", Body())).EnsureSuccessStatusCode();
        await SignInAsync();
    }

    public async Task SignInAsync()
    {
        Acknowledged.Clear();
        using var answer = (await PostAsync("/auth/login", Body())).EnsureSuccessStatusCode();
        Acknowledged.Add(TokenOf(answer));
    }

    /// <summary>Refreshes until the silo is killed.</summary>
    public async Task RefreshUntilKilledAsync()
    {
        try
        {
            while (true) (await TryRefreshAsync()).ShouldBeTrue("a token that was just given is good");
        }
        catch (HttpRequestException)
        {
            // The response was lost by the kill.
        }
    }

    /// <summary>Uses the last received token.</summary>
    public async Task<bool> TryRefreshAsync()
    {
        using var answer = await PostAsync("/auth/refresh", null, Acknowledged[^1]);
        if (answer.IsSuccessStatusCode) Acknowledged.Add(TokenOf(answer));
        return answer.IsSuccessStatusCode;
    }

    private string Body() => new JsonObject { ["email"] = $"{name}@example.com", ["password"] = "correct horse battery staple" }.ToJsonString();

    private async Task<HttpResponseMessage> PostAsync(string path, string? body, string? bearer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return await silo.Client.SendAsync(request);
    }

    private static string TokenOf(HttpResponseMessage answer)
    {
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(Cookie, StringComparison.Ordinal));
        return cookie[Cookie.Length..cookie.IndexOf(';', StringComparison.Ordinal)];
    }
}
