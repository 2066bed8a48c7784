using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.Core.Commands;
using Actors.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Administration.Tests.Kit;

/// <summary>The whole program, with a signed-in administrator and a signed-in user.</summary>
internal sealed class TestSilo : IAsyncDisposable
{
    public const string Password = "a long password of nobody in particular";

    private TestSilo(SiloHost host) => Host = host;

    public SiloHost Host { get; }

    public string Admin { get; private set; } = "";

    public string User { get; private set; } = "";

    public static async Task<TestSilo> StartAsync(SiloSettings? settings = null, Action<WebApplicationBuilder>? also = null)
    {
        var silo = new TestSilo(await SiloHost.StartAsync(SiloApp.Create, settings, also));
        silo.Admin = await silo.RegisterAsync("admin");
        silo.User = await silo.RegisterAsync("user");
        var roles = silo.Host.App.Services.GetServices<ICommandHandler>().Single(c => c.Name == "roles");
        (await roles.RunAsync(new CommandCall(["admin@example.com", "admin"], _ => Task.CompletedTask), default)).ShouldBe(0);
        return silo;
    }

    /// <summary>Sends a request; the body is JSON.</summary>
    public async Task<(int Status, JsonNode? Body, HttpResponseMessage Answer)> SendAsync(HttpMethod method, string path, string? token, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (json is not null) request.Content = new StringContent(json, null, "application/json");
        var answer = await Host.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), answer);
    }

    public async Task<JsonArray> GetAsync(string path)
    {
        var (status, body, _) = await SendAsync(HttpMethod.Get, path, Admin);
        status.ShouldBe(200, path);
        return body!.AsArray();
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password) => Host.Client.PostAsJsonAsync("/auth/login", new { email, password });

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task<string> RegisterAsync(string name)
    {
        using var made = await Host.Client.PostAsJsonAsync("/auth/register", new { email = $"{name}@example.com", password = Password });
        made.EnsureSuccessStatusCode();
        using var answer = await SignInAsync($"{name}@example.com", Password);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>();
    }
}
