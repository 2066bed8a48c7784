using System.Net;
using System.Text.Json.Nodes;
using Actors.Core.Accounts;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Access;

/// <summary>Sends every body with additional protected members, and compares the permissions of accounts before and after.</summary>
internal sealed class MassAssignment(SiloHost silo, IReadOnlyCollection<ApiOperation> operations, People people)
{
    private const long Number = 987_654_321;

    private static readonly Guid s_chosen = Guid.Parse("77777777-7777-4777-8777-777777777777");

    private static readonly Dictionary<string, JsonNode> s_members = new()
    {
        ["id"] = s_chosen.ToString(),
        ["account_id"] = s_chosen.ToString(),
        ["user_id"] = s_chosen.ToString(),
        ["role_id"] = 1,
        ["role"] = AccountRoles.Admin,
        ["roles"] = new JsonArray(AccountRoles.Admin),
        ["is_admin"] = true,
        ["is_staff"] = true,
        ["is_superuser"] = true,
        ["balance"] = 1_000_000,
        ["disabled"] = false,
        ["created_by"] = s_chosen.ToString(),
        ["status"] = "approved",
        ["approved"] = true,
        ["payment_id"] = s_chosen.ToString(),
        ["is_paid"] = true,
        ["number"] = Number,
        ["sid"] = s_chosen.ToString(),
    };

    /// <summary>The changed permissions, by operation.</summary>
    public async Task<List<string>> FindAsync()
    {
        var findings = new List<string>();
        foreach (var operation in operations.Where(o => o.Body is not null))
        {
            if (JsonNode.Parse(operation.Body!) is not JsonObject body) continue;
            var before = await StandingAsync();
            using var request = operation.Request(operation.NeedsCaller ? await people.First.TokenAsync() : null, body: With(body));
            using var answer = await silo.Client.SendAsync(request);
            if (answer.StatusCode == HttpStatusCode.InternalServerError) findings.Add($"{operation} answers {(int)answer.StatusCode}");
            var after = await StandingAsync();
            findings.AddRange(before.Where(b => after.GetValueOrDefault(b.Key) != b.Value).Select(b => $"{operation} changes {b.Value}"));
            findings.AddRange(after.Where(a => !before.ContainsKey(a.Key) && IsPrivileged(a.Key, a.Value)).Select(a => $"{operation} creates {a.Value}"));
        }

        return findings;
    }

    private static string With(JsonObject body)
    {
        var all = body.DeepClone().AsObject();
        // The documented members keep their values.
        foreach (var (name, value) in s_members) all.TryAdd(name, value.DeepClone());
        return all.ToJsonString();
    }

    private static bool IsPrivileged(Guid id, string standing) =>
        id == s_chosen || standing.Contains($" number {Number} ", StringComparison.Ordinal) || AccountRoles.All.Any(r => r != AccountRoles.User && standing.Contains(r, StringComparison.Ordinal));

    /// <summary>The permissions of every account.</summary>
    private async Task<Dictionary<Guid, string>> StandingAsync()
    {
        var directory = silo.App.Services.GetRequiredService<IAccountDirectory>();
        var keys = await silo.App.Services.GetRequiredService<IDatabase>().QueryAsync<string>("SELECT key FROM accounts");
        var standing = new Dictionary<Guid, string>();
        foreach (var id in keys.Select(Guid.Parse))
        {
            var card = (await directory.FindAsync(id))!;
            standing.Add(id, $"account {id} number {card.Number} of {card.Email ?? card.Username} with {string.Join(' ', card.Roles)}");
        }

        return standing;
    }
}
