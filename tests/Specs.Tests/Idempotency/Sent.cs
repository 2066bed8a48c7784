using System.Net;
using System.Text;

namespace Actors.Specs.Tests.Idempotency;

/// <summary>The answer to a request with a key.</summary>
internal sealed record Sent(HttpStatusCode Status, bool Replayed, string Result)
{
    /// <summary>True if this request was executed and is not a stored answer.</summary>
    public bool WasRun => !Replayed && Status != HttpStatusCode.Conflict;

    public static async Task<Sent> OfAsync(HttpClient client, HttpMethod method, string path, string key, string? body, string? token)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await client.SendAsync(request);
        var replayed = answer.Headers.TryGetValues("Idempotent-Replayed", out var said) && said.Single() == "true";
        return new(answer.StatusCode, replayed, $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {await answer.Content.ReadAsStringAsync()}");
    }
}
