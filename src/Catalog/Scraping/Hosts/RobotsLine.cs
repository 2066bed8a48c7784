using System.Text;

namespace Actors.Catalog.Scraping.Hosts;

/// <summary>A line of a robots.txt that means something here.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Value">Without comment and surrounding blanks, one character an octet.</param>
internal sealed record RobotsLine(RobotsLineKind Kind, string Value)
{
    private static readonly Dictionary<string, RobotsLineKind> s_kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["user-agent"] = RobotsLineKind.UserAgent,
        ["allow"] = RobotsLineKind.Allow,
        ["disallow"] = RobotsLineKind.Disallow,
        ["crawl-delay"] = RobotsLineKind.CrawlDelay,
    };

    /// <summary>True for User-agent: *.</summary>
    public bool IsForEverybody => Value is "*" or ['*', ' ' or '\t', ..];

    /// <summary>The product token of a User-agent line: what stands before a version or anything else.</summary>
    public string Product => new([.. Value.TakeWhile(c => char.IsAsciiLetter(c) || c is '-' or '_')]);

    /// <summary>The lines that are known, in order. Of a file that is too long the beginning is read, up to its last whole line.</summary>
    public static List<RobotsLine> Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (bytes.Length > RobotsFile.MostBytes)
            bytes = bytes[..(bytes[..RobotsFile.MostBytes].LastIndexOfAny((byte)'\n', (byte)'\r') + 1)];
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

    // Latin-1 keeps every octet as one character, whatever the file's encoding is.
    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes).Trim(' ', '\t', '\v', '\f', '\0');
}
