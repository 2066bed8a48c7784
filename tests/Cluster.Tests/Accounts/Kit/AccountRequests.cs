using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Accounts.Kit;

/// <summary>Requests of account owners to one silo.</summary>
internal static class AccountRequests
{
    public const string Password = "correct horse battery";

    public static Task<Reply> RegisterAsync(this SiloProcess silo, string email, string? idempotencyKey = null) =>
        silo.PostAsync("/auth/register", new { email, password = Password }, ("Idempotency-Key", idempotencyKey));

    public static Task<Reply> SignInAsync(this SiloProcess silo, string email, string? from = null) =>
        silo.PostAsync("/auth/login", new { email, password = Password }, ("X-Forwarded-For", from));

    public static Task<Reply> ChangePasswordAsync(this SiloProcess silo, string email, string newPassword) =>
        silo.PostAsync("/auth/change-password", new { email, password = Password, newPassword });

    public static Task<Reply> RefreshAsync(this SiloProcess silo, string token) =>
        silo.PostAsync("/auth/refresh", null, ("Cookie", $"refresh_token={token}"));

    public static Task<Reply> LogoutAsync(this SiloProcess silo, string access) =>
        silo.PostAsync("/auth/logout", null, ("Authorization", $"Bearer {access}"));

    /// <summary>Sends an authenticated request.</summary>
    public static async Task<HttpStatusCode> PingAsync(this SiloProcess silo, string access)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/me/ping");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access);
        return (await silo.SendAsync(request)).Status;
    }

    /// <summary>Registers and signs in.</summary>
    public static async Task<Reply> RegisterAndSignInAsync(this SiloProcess silo, string email)
    {
        (await silo.RegisterAsync(email)).Status.ShouldBe(HttpStatusCode.Created);
        return await silo.SignedInAsync(email);
    }

    /// <summary>Signs in; fails the test if that is refused.</summary>
    public static async Task<Reply> SignedInAsync(this SiloProcess silo, string email)
    {
        var reply = await silo.SignInAsync(email);
        reply.Status.ShouldBe(HttpStatusCode.OK, reply.Body);
        return reply;
    }

    /// <summary>Sends a request many times in parallel, alternating between the silos.</summary>
    public static Task<Reply[]> AllAtOnceAsync(this IReadOnlyList<SiloProcess> silos, int count, Func<SiloProcess, int, Task<Reply>> send) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(n => send(silos[n % silos.Count], n)));

    private static async Task<Reply> PostAsync(this SiloProcess silo, string path, object? body, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null) request.Content = JsonContent.Create(body);
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
            request.Headers.Add(name, value);
        return await silo.SendAsync(request);
    }

    private static async Task<Reply> SendAsync(this SiloProcess silo, HttpRequestMessage request)
    {
        try
        {
            using var answer = await silo.Client.SendAsync(request);
            return await Reply.OfAsync(answer);
        }
        catch (HttpRequestException)
        {
            return Reply.None;
        }
    }
}
