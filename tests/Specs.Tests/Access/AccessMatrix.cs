using System.Net;
using Actors.Core.Accounts;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Access;

/// <summary>Calls every operation with every kind of caller, and finds answers that differ from the declared access.</summary>
internal sealed class AccessMatrix(SiloHost silo, IReadOnlyCollection<ApiOperation> operations, People people)
{
    // A well-formed token with an invalid signature.
    private const string Forged = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIn0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    /// <summary>Protected operations that do not answer 401 to a caller without a valid token.</summary>
    public async Task<List<string>> OfNobodyAsync()
    {
        var findings = new List<string>();
        var stale = await people.First.TokenAsync();
        await EndAsync(people.First, stale);
        foreach (var operation in operations)
        {
            findings.AddRange(await AskAsync(operation, null, "without a token"));
            findings.AddRange(await AskAsync(operation, "garbage", "with garbage"));
            findings.AddRange(await AskAsync(operation, Forged, "with a forged token"));
            findings.AddRange(await AskAsync(operation, stale, "with the token of a session that ended"));
            findings.AddRange(await AskAsync(operation, $"{stale[..^2]}{(stale[^2] == 'A' ? 'B' : 'A')}{stale[^1]}", "with a damaged token"));
        }

        return findings;
    }

    /// <summary>Operations that admit a role they should refuse, or refuse one they should admit.</summary>
    public async Task<List<string>> OfRolesAsync()
    {
        var findings = new List<string>();
        foreach (var operation in operations.Where(o => o.NeedsCaller))
        {
            foreach (var person in people.All)
            {
                using var request = operation.Request(await person.TokenAsync());
                using var answer = await silo.Client.SendAsync(request);
                var refused = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
                if (refused == person.Holds(operation)) findings.Add($"{operation} answers {(int)answer.StatusCode} to {person.Name}");
            }
        }

        return findings;
    }

    /// <summary>Operations on a resource that do not answer 403 or 404 to other accounts, or that its owner cannot use.</summary>
    public async Task<List<string>> OfOthersThingsAsync(OwnedThings things)
    {
        var findings = new List<string>();
        foreach (var operation in operations.Where(o => o.NeedsCaller && o.HasParameters && !OwnedThings.IsEverybodys(o)))
        {
            if (things.Maker(operation) is not { } make)
            {
                findings.Add($"{operation} is about something that this test cannot make: tell OwnedThings how");
                continue;
            }

            var thing = await make();
            findings.AddRange(await AskOthersAsync(operation, thing));
            using var own = await SendAsync(operation, people.First, thing);
            if (!own.IsSuccessStatusCode) findings.Add($"{operation} answers {(int)own.StatusCode} to the owner");
        }

        return findings;
    }

    private async Task<List<string>> AskOthersAsync(ApiOperation operation, string thing)
    {
        var findings = new List<string>();
        foreach (var person in people.All.Where(p => p != people.First && p != people.Admin))
        {
            using var answer = await SendAsync(operation, person, thing);
            if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden))
                findings.Add($"{operation} answers {(int)answer.StatusCode} to {person.Name} about what is first's");
        }

        return findings;
    }

    private async Task<HttpResponseMessage> SendAsync(ApiOperation operation, Person person, string thing)
    {
        using var request = operation.Request(await person.TokenAsync(), thing);
        return await silo.Client.SendAsync(request);
    }

    private async Task<string[]> AskAsync(ApiOperation operation, string? token, string how)
    {
        using var request = operation.Request(token);
        using var answer = await silo.Client.SendAsync(request);
        var refused = answer.StatusCode == HttpStatusCode.Unauthorized;
        if (operation.NeedsCaller != refused && !(refused && operation.OwnRefusal)) return [$"{operation} answers {(int)answer.StatusCode} {how}"];
        return operation.NeedsCaller && answer.Headers.WwwAuthenticate.ToString() != "Bearer" ? [$"{operation} answers 401 {how} without naming Bearer"] : [];
    }

    private async Task EndAsync(Person person, string token)
    {
        var access = silo.App.Services.GetRequiredService<IAccess>();
        var session = (await access.CheckAsync(token))!.SessionId;
        await silo.App.Services.GetRequiredService<IGrainFactory>().GetGrain<Accounts.Accounts.IAccountGrain>(person.Id).EndSession(session);
    }
}
