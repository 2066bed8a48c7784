using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.TestKit;

namespace Actors.Web.Tests.Http;

/// <summary>Writes raw bytes to a connection, for malformed requests.</summary>
internal static class RawHttp
{
    /// <summary>Returns everything that the server sends until it closes the connection.</summary>
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

    // The server may reset the connection; the bytes before count.
    private static async Task<byte[]> ReadAsync(NetworkStream stream)
    {
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer);
        }
        catch (IOException)
        {
            }

        return answer.ToArray();
    }
}
