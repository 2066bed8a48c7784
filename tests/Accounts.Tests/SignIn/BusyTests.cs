using System.Net.Http.Json;
using Actors.Accounts.Passwords;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.SignIn;

/// <summary>When the password queue is full, every route answers 503 with Retry-After.</summary>
public sealed class BusyTests
{
    [Fact]
    public async Task A_full_queue_is_503_with_Retry_After()
    {
        using var settings = new SiloSettings();
        await using var silo = await SiloHost.StartAsync(SiloApp.Create, settings);
        var turns = silo.App.Services.GetRequiredService<PasswordQueue>();
        var crowd = Enumerable.Range(0, PasswordQueue.Parallelism + PasswordQueue.MaxWaiting).Select(_ => turns.EnterAsync(default)).ToArray();

        string[] doors = ["/auth/login", "/auth/change-password", "/auth/register", "/api/auth/login", "/api/auth/register"];
        foreach (var door in doors)
        {
            using var answer = await KnockAsync(silo, door);
            ((int)answer.StatusCode).ShouldBe(503, door);
            answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        }

        foreach (var turn in crowd) (await turn)!.Dispose();
        using var later = await KnockAsync(silo, "/auth/login");
        ((int)later.StatusCode).ShouldBe(401);
    }

    private static Task<HttpResponseMessage> KnockAsync(SiloHost silo, string door) =>
        silo.Client.PostAsJsonAsync(door, new { email = "ann@example.com", password = "correct horse", newPassword = "battery staple" });
}
