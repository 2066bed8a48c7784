namespace Actors.Benchmarks.Bare;

/// <summary>A fixed response of a bare server.</summary>
/// <param name="Body">The body.</param>
/// <param name="Headers">The headers, except those that the server adds itself.</param>
internal sealed record BareAnswer(byte[] Body, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    // Kestrel writes these headers.
    private static readonly string[] s_servers = ["Date", "Server", "Content-Length", "Transfer-Encoding"];

    /// <summary>Copies the current response of an address.</summary>
    public static async Task<BareAnswer> CopyAsync(Uri address)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(address);
        var body = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => !s_servers.Contains(header.Key, StringComparer.OrdinalIgnoreCase));
        return new BareAnswer(body, [.. headers.Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value)))]);
    }
}
