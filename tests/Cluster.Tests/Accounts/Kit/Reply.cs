using System.Net;
using System.Text.Json.Nodes;

namespace Actors.Cluster.Tests.Accounts.Kit;

/// <summary>What a silo answered, with the body's text as it came.</summary>
/// <param name="Status">The status; 0 when there was no answer.</param>
/// <param name="Body">The body.</param>
/// <param name="RefreshToken">The refresh token of the cookie, when one was set.</param>
/// <param name="Replayed">Whether the answer says that it was given before.</param>
internal sealed record Reply(HttpStatusCode Status, string Body, string? RefreshToken, bool Replayed)
{
    /// <summary>Stands for no answer.</summary>
    public static readonly Reply None = new(0, "", null, false);

    /// <summary>The access token of the body.</summary>
    public string AccessToken => JsonNode.Parse(Body)!["access_token"]!.ToString();

    // Written out when an assertion fails, also where there is no token.
    public override string ToString() => $"{(int)Status} {Body}";

    public static async Task<Reply> OfAsync(HttpResponseMessage answer) =>
        new(answer.StatusCode, await answer.Content.ReadAsStringAsync(), CookieOf(answer), answer.Headers.Contains("Idempotent-Replayed"));

    private static string? CookieOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies)
        && cookies.FirstOrDefault(cookie => cookie.StartsWith("refresh_token=", StringComparison.Ordinal)) is { } set
            ? set.Split(';')[0].Split('=', 2)[1]
            : null;
}
