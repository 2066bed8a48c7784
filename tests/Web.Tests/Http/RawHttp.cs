using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.TestKit;

namespace Actors.Web.Tests.Http;

/// <summary>Bytes straight onto a connection, for requests that no well-behaved client makes.</summary>
internal static class RawHttp
{
    /// <summary>Everything the server answers until it closes the connection.</summary>
    public static async Task<string> SendAsync(IPEndPoint server, string text, byte[]? body = null, bool halfClose = false)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text.ReplaceLineEndings("\r\n")));
        await stream.WriteAsync(body ?? []);
        if (halfClose)
        {
            client.Client.Shutdown(SocketShutdown.Send);
        }

        return Encoding.UTF8.GetString(await ReadAsync(stream).Within("the server's answer"));
    }

    // A server that has had enough resets the connection; what it said before counts.
    private static async Task<byte[]> ReadAsync(NetworkStream stream)
    {
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer);
        }
        catch (IOException)
        {
            // The end.
        }

        return answer.ToArray();
    }
}
