using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.Accounts.Accounts;
using Actors.Core.Accounts;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Access;

/// <summary>An account that is signed in over HTTP.</summary>
internal sealed class Person
{
    private readonly SiloHost _silo;
    private readonly object _credentials;
    private string _token = "";

    private Person(SiloHost silo, string name)
    {
        (_silo, Name) = (silo, name);
        _credentials = new { email = Email, password = Password };
    }

    public const string Password = "a long password of nobody in particular";

    /// <summary>The name in findings.</summary>
    public string Name { get; }

    public string Email => $"{Name}@example.com";

    public Guid Id { get; private set; }

    /// <summary>The roles besides the one that every account has.</summary>
    public string[] Roles { get; private init; } = [];

    public static async Task<Person> RegisterAsync(SiloHost silo, string name, params string[] roles)
    {
        var person = new Person(silo, name) { Roles = roles };
        using var answer = await silo.ClientFor("auth").PostAsJsonAsync("/auth/register", person._credentials);
        answer.EnsureSuccessStatusCode();
        person.Id = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!.GetValue<Guid>();
        if (roles.Length > 0) await silo.App.Services.GetRequiredService<IGrainFactory>().GetGrain<IAccountGrain>(person.Id).SetRoles([.. roles]);
        return person;
    }

    /// <summary>An access token of a live session.</summary>
    public async Task<string> TokenAsync()
    {
        if (_token.Length == 0 || await _silo.App.Services.GetRequiredService<IAccess>().CheckAsync(_token) is null) _token = await SignInAsync();
        return _token;
    }

    public bool Holds(ApiOperation operation) => operation.Roles.IsEmpty || operation.Roles.Intersect([.. Roles, AccountRoles.User, .. BuiltInRoles.PermissionsOf([.. Roles, AccountRoles.User])]).Any();

    private async Task<string> SignInAsync()
    {
        using var answer = await _silo.Client.PostAsJsonAsync("/auth/login", _credentials);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>();
    }
}
