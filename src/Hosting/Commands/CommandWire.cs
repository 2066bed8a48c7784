using System.Collections.Immutable;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Actors.Hosting.Commands;

/// <summary>What goes over the socket: one JSON object a line, first the call, then lines of text, last the exit code.</summary>
internal static class CommandWire
{
    /// <summary>Characters of a call: enough for arguments, too few to fill memory.</summary>
    public const int MaxCall = 64 * 1024;

    private const string SocketName = "command.sock";

    public static UnixDomainSocketEndPoint EndPoint(string directory) => new(SocketFile(directory));

    public static string SocketFile(string directory) => Path.Combine(directory, SocketName);

    public static string Line(Call call) => JsonSerializer.Serialize(call);

    public static string Line(Reply reply) => JsonSerializer.Serialize(reply);

    public static T? Read<T>(string? line)
        where T : class
    {
        try
        {
            return line is null ? null : JsonSerializer.Deserialize<T>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal sealed record Call(
        [property: JsonRequired, JsonPropertyName("name")] string Name,
        [property: JsonRequired, JsonPropertyName("args")] ImmutableArray<string> Arguments,
        [property: JsonPropertyName("secret"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Secret = null)
    {
        public override string ToString() => Name;
    }

    internal sealed record Reply([property: JsonPropertyName("line")] string? Text, [property: JsonPropertyName("exit")] int? Exit);
}
