using System.Globalization;
using System.Text.Json.Nodes;

namespace Actors.Specs.Tests.Idempotency;

/// <summary>An operation of the OpenAPI document that changes something.</summary>
internal sealed record Operation(string Name, HttpMethod Method, string Path, bool TakesKey, string[] Answers, string? Body, bool NeedsToken, string[] Roles)
{
    private static readonly string[] s_mutating = ["post", "put", "patch", "delete"];

    public static IReadOnlyList<Operation> In(JsonNode document) =>
    [
        .. from path in document["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           where s_mutating.Contains(operation.Key)
           select Of(operation.Key, path.Key, operation.Value!),
    ];

    /// <summary>Sends the operation with a key. All path parameters get the same value; the body is the document's example.</summary>
    public Task<Sent> SendAsync(HttpClient client, string key, string? body, string? token, string id) => Sent.OfAsync(client, Method, Filled(id), key, body, token);

    private static Operation Of(string method, string path, JsonNode operation) => new(
        $"{method.ToUpper(CultureInfo.InvariantCulture)} {path}",
        HttpMethod.Parse(method),
        path,
        operation["parameters"]?.AsArray().Any(p => p!["in"]!.GetValue<string>() == "header" && p["name"]!.GetValue<string>() == "Idempotency-Key") ?? false,
        [.. operation["responses"]!.AsObject().Select(answer => answer.Key)],
        operation["requestBody"]?["content"]?["application/json"]?["example"]?.ToJsonString(),
        operation["security"] is not null,
        [.. operation["security"]?.AsArray().SelectMany(one => one!["bearer"]!.AsArray()).Select(role => role!.GetValue<string>()) ?? []]);

    private string Filled(string id) => string.Join('/', Path.Split('/').Select(part => part.StartsWith('{') ? id : part));
}
