using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>Sends a GET with raw header lines.</summary>
internal static class Wire
{
    private static readonly char[] s_ends = ['\r', '\n'];

    /// <summary>The status and the rest of the response; 0 if the server closed the connection without a response.</summary>
    public static async Task<(int Status, string Answer)> GetAsync(Uri server, string path, params string[] headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        var stream = client.GetStream();
        var lines = string.Concat(headers.Select(header => header + "\r\n"));
        var answer = await AskAsync(stream, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{lines}\r\n").Within("the server's answer");
        return (answer.Length > 12 ? int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture) : 0, answer);
    }

    /// <summary>True if a header can contain this text.</summary>
    public static bool Carries(string text) => text.IndexOfAny(s_ends) < 0;

    // The server may reset the connection early; the bytes before count.
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
            }

        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
