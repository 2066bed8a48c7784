using System.Buffers.Binary;
using System.Text;

namespace Actors.Specs.Tests.Telemetry;

/// <summary>The fields of a protobuf message, as far as OTLP needs them: bytes by number.</summary>
internal static class Wire
{
    private const int Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5;

    /// <summary>Every field of a number, in order; other kinds of fields are passed over.</summary>
    public static List<byte[]> All(byte[] message, int number)
    {
        var found = new List<byte[]>();
        for (var at = 0; at < message.Length;)
        {
            var tag = (int)Number(message, ref at);
            var length = (tag & 7) switch
            {
                Varint => Skip(message, ref at),
                Fixed64 => sizeof(ulong),
                Fixed32 => sizeof(uint),
                Bytes => (int)Number(message, ref at),
                var other => throw new InvalidDataException($"wire type {other}"),
            };
            if (tag == ((number << 3) | Bytes)) found.Add(message[at..(at + length)]);
            at += length;
        }

        return found;
    }

    public static string Text(byte[] message, int number) => All(message, number) is [var text, ..] ? Encoding.UTF8.GetString(text) : "";

    public static string Hex(byte[] message, int number) => All(message, number) is [var id, ..] ? Convert.ToHexStringLower(id) : "";

    /// <summary>The message in a frame of gRPC.</summary>
    public static byte[] Unframed(byte[] frame) => frame[5..(5 + BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(1)))];

    private static int Skip(byte[] message, ref int at)
    {
        Number(message, ref at);
        return 0;
    }

    private static ulong Number(byte[] message, ref int at)
    {
        for (var (value, shift) = (0UL, 0); ; shift += 7)
        {
            var next = message[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
    }
}
