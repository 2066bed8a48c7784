using System.Net.Sockets;
using System.Text;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Hostile;

/// <summary>Sends many GETs over one connection without waiting for responses; only their statuses are read.</summary>
internal static class PipelinedClient
{
    private const int AtOnce = 50;
    private static readonly byte[] s_mark = "HTTP/1.1 "u8.ToArray();

    /// <summary>The number of responses per status.</summary>
    public static async Task<Dictionary<int, int>> GetAsync(Uri server, string headers, IEnumerable<string> paths)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(server.Host, server.Port);
        var (stream, statuses, buffer) = (client.GetStream(), new Dictionary<int, int>(), new byte[256 * 1024]);
        foreach (var some in paths.Chunk(AtOnce))
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(some.Select(path => $"GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n"))));
            await ReadAsync(stream, buffer, some.Length, statuses).Within($"{some.Length} answers");
        }

        return statuses;
    }

    private static async Task ReadAsync(NetworkStream stream, byte[] buffer, int answers, Dictionary<int, int> statuses)
    {
        for (int kept = 0, seen = 0; seen < answers;)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(kept));
            if (read == 0) throw new IOException("The server closed the connection.");
            kept = Count(buffer, kept + read, statuses, ref seen);
        }
    }

    // Keeps a possible start of a status line for the next read.
    private static int Count(byte[] buffer, int length, Dictionary<int, int> statuses, ref int seen)
    {
        var rest = buffer.AsSpan(0, length);
        for (int at; (at = rest.IndexOf(s_mark)) >= 0 && rest.Length >= at + s_mark.Length + 3; seen++)
        {
            var status = int.Parse(rest.Slice(at + s_mark.Length, 3), System.Globalization.CultureInfo.InvariantCulture);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            rest = rest[(at + s_mark.Length + 3)..];
        }

        var keep = Math.Min(rest.Length, s_mark.Length + 2);
        rest[^keep..].CopyTo(buffer);
        return keep;
    }
}
