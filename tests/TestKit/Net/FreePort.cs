using System.Net;
using System.Net.Sockets;

namespace Actors.TestKit;

/// <summary>
/// Allocates ports on 127.0.0.1 for servers that need a fixed number. They are below the kernel's ephemeral range, and a locked file reserves each,
/// so that two test processes never use the same one.
/// </summary>
public static class FreePort
{
    private const int First = 20000;
    private const int Last = 31999;
    private static readonly string s_lockFolder = Path.Combine(Path.GetTempPath(), "actors-ports");
    private static readonly List<FileStream> s_held = [];
    private static readonly Lock s_gate = new();
    private static int s_next = First + (Environment.ProcessId * 37 % (Last - First));

    /// <summary>A free port, reserved until this process ends.</summary>
    public static int Next()
    {
        lock (s_gate)
        {
            Directory.CreateDirectory(s_lockFolder);
            for (var tries = First; tries <= Last; tries++)
            {
                s_next = s_next >= Last ? First : s_next + 1;
                if (TryHold(s_next) && IsFree(s_next))
                    return s_next;
            }
        }

        throw new InvalidOperationException($"No free port between {First} and {Last}");
    }

    /// <summary>Whether the port is free now.</summary>
    public static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool TryHold(int port)
    {
        try
        {
            s_held.Add(new FileStream(Path.Combine(s_lockFolder, $"{port}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
