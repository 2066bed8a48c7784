using System.Net;
using System.Text.Json.Nodes;

namespace Actors.Cluster.Tests.Accounts.Kit;

/// <summary>A response of a silo with its body as text.</summary>
/// <param name="Status">The status; 0 without a response.</param>
/// <param name="Body">The body.</param>
/// <param name="RefreshToken">The refresh token in the cookie, if one was set.</param>
/// <param name="Replayed">Whether the response is marked as a replay.</param>
internal sealed record Reply(HttpStatusCode Status, string Body, string? RefreshToken, bool Replayed)
{
    /// <summary>No response.</summary>
    public static readonly Reply None = new(0, "", null, false);

    /// <summary>The access token of the body.</summary>
    public string AccessToken => JsonNode.Parse(Body)!["access_token"]!.ToString();

    // Printed by failed assertions, even without a token.
    public override string ToString() => $"{(int)Status} {Body}";

    public static async Task<Reply> OfAsync(HttpResponseMessage answer) =>
        new(answer.StatusCode, await answer.Content.ReadAsStringAsync(), CookieOf(answer), answer.Headers.Contains("Idempotent-Replayed"));

    private static string? CookieOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies)
        && cookies.FirstOrDefault(cookie => cookie.StartsWith("refresh_token=", StringComparison.Ordinal)) is { } set
            ? set.Split(';')[0].Split('=', 2)[1]
            : null;
}
