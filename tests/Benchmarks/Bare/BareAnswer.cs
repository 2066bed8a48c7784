namespace Actors.Benchmarks.Bare;

/// <summary>An answer that a bare server gives.</summary>
/// <param name="Body">Its bytes.</param>
/// <param name="Headers">Its headers, but for those that the server adds by itself.</param>
internal sealed record BareAnswer(byte[] Body, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    // Kestrel writes these; the length goes with the body.
    private static readonly string[] s_servers = ["Date", "Server", "Content-Length", "Transfer-Encoding"];

    /// <summary>What an address answers now, headers and all.</summary>
    public static async Task<BareAnswer> CopyAsync(Uri address)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(address);
        var body = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => !s_servers.Contains(header.Key, StringComparer.OrdinalIgnoreCase));
        return new BareAnswer(body, [.. headers.Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value)))]);
    }
}
