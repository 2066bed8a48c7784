using System.Text.Json.Nodes;

namespace Actors.Specs.Tests.Auth;

/// <summary>A complete answer.</summary>
public sealed record Reply(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    // Headers that differ in every answer.
    private static readonly string[] s_ofTheMoment = ["Date", "X-Request-ID"];

    public JsonNode? Body => Text.Length == 0 ? null : JsonNode.Parse(Text);

    public string AccessToken => Body!["access_token"]!.ToString();

    public string? SetCookie => Headers.GetValueOrDefault("Set-Cookie");

    /// <summary>The value of the cookie that the answer sets.</summary>
    public string RefreshToken => SetCookie!.Split(';')[0]["refresh_token=".Length..];

    /// <summary>Everything that could distinguish two refusals.</summary>
    public string Fingerprint =>
        $"{Status} {Text} {string.Join('|', Headers.Where(h => !s_ofTheMoment.Contains(h.Key)).OrderBy(h => h.Key, StringComparer.Ordinal))}";

    public static async Task<Reply> OfAsync(HttpResponseMessage answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Reply((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), headers);
    }
}
