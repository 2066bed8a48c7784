using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Specs.Tests.Docs;

public sealed class OpenApiTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private SiloHost _silo = null!;

    public async Task InitializeAsync() => _silo = await SiloHost.StartAsync(SiloApp.Create);

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task The_document_is_OpenAPI_3_1_and_every_operation_has_examples()
    {
        var document = JsonNode.Parse(await _silo.Client.GetStringAsync("/openapi/v1.json"))!;

        document["openapi"]!.GetValue<string>().ShouldStartWith("3.1.");
        var operations = document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(o => (Name: $"{o.Key} {path.Key}", Operation: o.Value!))).ToArray();
        operations.Length.ShouldBeGreaterThanOrEqualTo(8);
        operations.Where(o => !HasExamples(o.Operation)).Select(o => o.Name).ShouldBeEmpty();
        operations.Where(o => o.Operation["summary"] is null).Select(o => o.Name).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_outcome_of_a_registration_has_an_example()
    {
        var document = JsonNode.Parse(await _silo.Client.GetStringAsync("/openapi/v1.json"))!;

        var answers = document["paths"]!["/api/events/{id}/register"]!["post"]!["responses"]!;
        answers["202"]!["content"]!["application/json"]!["example"]!["status"]!.GetValue<string>().ShouldBe("pending");
        answers["200"]!["content"]!["application/json"]!["examples"]!.AsObject()
            .Select(e => e.Value!["value"]!["status"]!.GetValue<string>()).ShouldBe(["confirmed", "rejected", "unclear"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_API_page_loads_nothing_from_other_hosts()
    {
        var page = await _silo.Client.GetStringAsync("/docs/index.html");

        page.ShouldContain("swagger-ui");
        page.ShouldNotContain("https://");
    }

    /// <summary>Shows API changes in their review. To update the file: <c>UPDATE_OPENAPI=1 tests/run --filter OpenApi</c>.</summary>
    [Fact]
    public async Task The_document_equals_the_checked_in_file()
    {
        var file = RepoRoot.Combine("silo/openapi.json");
        var served = JsonNode.Parse(await _silo.Client.GetStringAsync("/openapi/v1.json"))!.ToJsonString(s_readable) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1") await File.WriteAllTextAsync(file, served);

        (await File.ReadAllTextAsync(file)).ShouldBe(served);
    }

    private static bool HasExamples(JsonNode operation) =>
        (operation["requestBody"] is not { } body || Examples(body).All(e => e is not null))
        && operation["responses"]!.AsObject().Any(r => r.Value!["content"] is not null && Examples(r.Value!).All(e => e is not null));

    private static IEnumerable<JsonNode?> Examples(JsonNode holder) => holder["content"]!.AsObject().Select(c => c.Value!["example"] ?? c.Value["examples"]);
}
