using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Actors.Specs.Tests.Access;

/// <summary>An operation in the OpenAPI document of a running program.</summary>
/// <param name="Method">GET, POST …</param>
/// <param name="Path">The path with its parameters in braces.</param>
/// <param name="NeedsCaller">True if it needs a signed-in caller.</param>
/// <param name="Roles">The roles or permissions of which the caller needs one; empty if every signed-in account may call it.</param>
/// <param name="OwnRefusal">True if it needs no caller but documents 401, for example for a wrong password.</param>
/// <param name="Body">The example of its JSON body, or null.</param>
internal sealed partial record ApiOperation(HttpMethod Method, string Path, bool NeedsCaller, ImmutableArray<string> Roles, bool OwnRefusal, string? Body)
{
    public bool HasParameters => Path.Contains('{', StringComparison.Ordinal);

    public static async Task<ImmutableArray<ApiOperation>> ReadAllAsync(HttpClient client)
    {
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;
        return [.. from path in document["paths"]!.AsObject() from operation in path.Value!.AsObject() select Read(path.Key, operation.Key, operation.Value!)];
    }

    /// <summary>A request for it. All path parameters are <paramref name="parameter"/>.</summary>
    public HttpRequestMessage Request(string? token = null, string? parameter = null, string? body = null)
    {
        var request = new HttpRequestMessage(Method, Parameter().Replace(Path, parameter ?? Guid.NewGuid().ToString()));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if ((body ?? Body) is { } json) request.Content = new StringContent(json, Encoding.UTF8, MediaTypeNames.Application.Json);
        return request;
    }

    public override string ToString() => $"{Method} {Path}";

    private static ApiOperation Read(string path, string method, JsonNode operation)
    {
        var security = operation["security"]?.AsArray();
        return new(
            new HttpMethod(method.ToUpperInvariant()), path, security is { Count: > 0 },
            [.. security?.SelectMany(one => one!["bearer"]!.AsArray()).Select(role => role!.GetValue<string>()) ?? []],
            security is null or [] && operation["responses"]?["401"] is not null,
            operation["requestBody"]?["content"]?["application/json"]?["example"]?.ToJsonString());
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
