using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Benchmarks.Logins;

/// <summary>Accounts that sign in over HTTP.</summary>
internal sealed class People(HttpClient client)
{
    public const string Password = "correct horse battery staple";
    private const int Count = 20;

    public static async Task<People> SignUpAsync(SiloProcess silo)
    {
        var people = new People(silo.Client);
        await Task.WhenAll(Enumerable.Range(0, Count).Select(i => people.PostAsync("/auth/register", i)));
        return people;
    }

    public async Task<string> TokenAsync() => (await SignInAsync(0))["access_token"]!.ToString();

    public Task<JsonNode> SignInAsync(int person) => PostAsync("/auth/login", person % Count);

    private async Task<JsonNode> PostAsync(string path, int person)
    {
        using var answer = await client.PostAsJsonAsync(new Uri(path, UriKind.Relative), new { email = $"person{person}@example.com", password = Password });
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
