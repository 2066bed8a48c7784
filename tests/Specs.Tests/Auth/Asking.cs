using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Actors.Specs.Tests.Auth;

/// <summary>Requests in the form that clients of these APIs send.</summary>
public static class Asking
{
    public const string Password = "correct horse battery staple";

    public static Task<Reply> PostAsync(this HttpClient client, string path, JsonNode? body = null, string? bearer = null, string? cookie = null) =>
        client.AskAsync(HttpMethod.Post, path, body?.ToJsonString(), bearer, cookie);

    public static Task<Reply> ReadAsync(this HttpClient client, string path, string? bearer = null) =>
        client.AskAsync(HttpMethod.Get, path, null, bearer);

    public static async Task<Reply> AskAsync(
        this HttpClient client, HttpMethod method, string path, string? body = null, string? bearer = null, string? cookie = null,
        params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (cookie is not null) request.Headers.Add("Cookie", $"refresh_token={cookie}");
        foreach (var (name, value) in headers ?? [])
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await client.SendAsync(request);
        return await Reply.OfAsync(answer);
    }

    public static string NewEmail() => $"user-{Guid.NewGuid():N}@example.com";

    public static JsonObject Credentials(string email, string password = Password) => new() { ["email"] = email, ["password"] = password };

    /// <summary>Registers a new account and returns its address.</summary>
    public static async Task<string> RegisterAsync(this HttpClient client)
    {
        var email = NewEmail();
        (await client.PostAsync("/auth/register", Credentials(email))).Status.ShouldBe(201);
        return email;
    }

    public static Task<Reply> LoginAsync(this HttpClient client, string email, string password = Password) =>
        client.PostAsync("/auth/login", Credentials(email, password));

    /// <summary>Registers a new account and signs it in.</summary>
    public static async Task<(string Email, Reply Login)> NewPersonAsync(this HttpClient client)
    {
        var email = await client.RegisterAsync();
        var login = await client.LoginAsync(email);
        login.Status.ShouldBe(200, login.Text);
        return (email, login);
    }

    public static async Task<int> PingAsync(this HttpClient client, string accessToken) =>
        (await client.ReadAsync("/me/ping", accessToken)).Status;
}
