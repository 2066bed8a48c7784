using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>A GET with header lines as given, which no well-behaved client would send.</summary>
internal static class Wire
{
    private static readonly char[] s_ends = ['\r', '\n'];

    /// <summary>The status and everything after it; 0 when the server hung up without a word.</summary>
    public static async Task<(int Status, string Answer)> GetAsync(Uri server, string path, params string[] headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        var stream = client.GetStream();
        var lines = string.Concat(headers.Select(header => header + "\r\n"));
        var answer = await AskAsync(stream, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{lines}\r\n").Within("the server's answer");
        return (answer.Length > 12 ? int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture) : 0, answer);
    }

    /// <summary>Whether a header can carry this text at all.</summary>
    public static bool Carries(string text) => text.IndexOfAny(s_ends) < 0;

    // A server that has had enough resets the connection, perhaps before everything is sent; what it said before counts.
    private static async Task<string> AskAsync(NetworkStream stream, string request)
    {
        using var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
            await stream.CopyToAsync(answer);
        }
        catch (IOException)
        {
            // The end.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
