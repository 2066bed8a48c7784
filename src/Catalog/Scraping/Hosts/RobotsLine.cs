using System.Text;

namespace Actors.Catalog.Scraping.Hosts;

/// <summary>A known line of a robots.txt.</summary>
/// <param name="Kind">The kind of line.</param>
/// <param name="Value">The value without comment and surrounding white space, one character per octet.</param>
internal sealed record RobotsLine(RobotsLineKind Kind, string Value)
{
    private static readonly Dictionary<string, RobotsLineKind> s_kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["user-agent"] = RobotsLineKind.UserAgent,
        ["allow"] = RobotsLineKind.Allow,
        ["disallow"] = RobotsLineKind.Disallow,
        ["crawl-delay"] = RobotsLineKind.CrawlDelay,
    };

    /// <summary>Whether this is User-agent: *.</summary>
    public bool IsWildcard => Value is "*" or ['*', ' ' or '\t', ..];

    /// <summary>The product token of a User-agent line, without version.</summary>
    public string Product => new([.. Value.TakeWhile(c => char.IsAsciiLetter(c) || c is '-' or '_')]);

    /// <summary>The known lines, in order. A file that is too long is cut after its last complete line.</summary>
    public static List<RobotsLine> Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (bytes.Length > RobotsFile.MaxBytes)
            bytes = bytes[..(bytes[..RobotsFile.MaxBytes].LastIndexOfAny((byte)'\n', (byte)'\r') + 1)];
        var lines = new List<RobotsLine>();
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            if (Parse(end < 0 ? bytes : bytes[..end]) is { } line)
                lines.Add(line);
            bytes = end < 0 ? [] : bytes[(end + 1)..];
        }
        return lines;
    }

    private static RobotsLine? Parse(ReadOnlySpan<byte> line)
    {
        if (line.IndexOf((byte)'#') is var comment and >= 0)
            line = line[..comment];
        var colon = line.IndexOf((byte)':');
        return colon > 0 && s_kinds.TryGetValue(Text(line[..colon]), out var kind) ? new(kind, Text(line[(colon + 1)..])) : null;
    }

    // Latin-1 maps every octet to one character, regardless of the file's encoding.
    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes).Trim(' ', '\t', '\v', '\f', '\0');
}
