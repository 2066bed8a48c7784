using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.Accounts.Accounts;
using Actors.Administration.Audit;
using Actors.Core.Accounts;
using Actors.Persistence;
using Actors.Specs.Tests.Access;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Idempotency;

/// <summary>A signed-in account that sends an operation, and the resource that the operation needs.</summary>
internal sealed record Asker(string? Token, string Thing, string? Body)
{
    /// <summary>The resource that was created for an operation whose path names one.</summary>
    public static async Task<Asker> ForAsync(SiloHost silo, Operation operation, string? body)
    {
        if (operation.Name == "POST /auth/reset-password") return new(null, NewThing(), await ResetAsync(silo));
        if (!operation.NeedsToken) return new(null, NewThing(), body);
        var person = await Person.RegisterAsync(silo, $"person-{Guid.NewGuid():N}", RolesFor(operation));
        var here = await SignInAsync(silo, person);
        var token = here["access_token"]!.GetValue<string>();
        return operation.Name.TrimEnd('/') switch
        {
            "POST /api/auth/logout" => new(token, NewThing(), new JsonObject { ["refresh"] = here["refresh_token"]!.GetValue<string>() }.ToJsonString()),
            "DELETE /auth/sessions/{id}" => new(token, (await SessionAsync(silo, token)).ToString(), body),
            "POST /api/events/{id}/register" => new(token, (await OwnedThings.EventAsync(silo)).ToString(), body),
            "POST /api/v1/settings/{key}" => new(token, DenialLog.PerMinute.Key, body),
            _ => new(token, NewThing(), body),
        };
    }

    // The role with the fewest permissions.
    private static string[] RolesFor(Operation operation) => operation.Roles is [var needed, ..]
        ? [BuiltInRoles.All.Last(role => role.Key == needed || role.Permissions.Contains(needed)).Key]
        : [];

    private static string NewThing() => Guid.NewGuid().ToString();

    // The current session, whose end is the hardest to repeat.
    private static async Task<Guid> SessionAsync(SiloHost silo, string token) =>
        (await silo.App.Services.GetRequiredService<IAccess>().CheckAsync(token))!.SessionId;

    // A token of a letter, and a new password.
    private static async Task<string> ResetAsync(SiloHost silo)
    {
        var person = await Person.RegisterAsync(silo, $"person-{Guid.NewGuid():N}");
        await silo.App.Services.GetRequiredService<IGrainFactory>().GetGrain<IAccountGrain>(person.Id).BeginReset(Guid.NewGuid());
        var letters = await silo.App.Services.GetRequiredService<IDatabase>().QueryAsync<string>(
            "SELECT document FROM outbox WHERE topic = 'mail' AND id LIKE @prefix", new { prefix = $"accounts/{person.Id:N}/%" });
        var token = letters.Single().Split("#token=")[1][..ResetToken.Length];
        return new JsonObject { ["token"] = token, ["newPassword"] = "another long password" }.ToJsonString();
    }

    private static async Task<JsonNode> SignInAsync(SiloHost silo, Person person)
    {
        using var answer = await silo.Client.PostAsJsonAsync("/api/auth/login", new { username = person.Email, password = Person.Password });
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!;
    }
}
