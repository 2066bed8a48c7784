using System.Buffers;
using System.Text;

namespace Actors.Catalog.Feeds;

/// <summary>Writes the content lines of an iCalendar file (RFC 5545): escaped, folded at 75 octets, never within a character.</summary>
internal sealed class CalendarWriter
{
    private const int LongestLine = 75;
    private readonly ArrayBufferWriter<byte> _file = new();

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> File => _file.WrittenMemory;

    /// <summary>A line whose value is written as it is; it must not have line breaks.</summary>
    public void Line(string name, string value)
    {
        var line = Encoding.UTF8.GetBytes($"{name}:{value}").AsSpan();
        for (var room = LongestLine; line.Length > room; room = LongestLine - 1)
        {
            var cut = room;
            while ((line[cut] & 0xC0) == 0x80) cut--;
            _file.Write(line[..cut]);
            _file.Write("\r\n "u8);
            line = line[cut..];
        }

        _file.Write(line);
        _file.Write("\r\n"u8);
    }

    /// <summary>Lines that were written before.</summary>
    public void Write(ReadOnlyMemory<byte> lines) => _file.Write(lines.Span);

    /// <summary>A line whose value is text.</summary>
    public void Text(string name, string value) => Line(name, Escape(value));

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c is '\\' or ';' or ',') escaped.Append('\\').Append(c);
            else if (c == '\n') escaped.Append("\\n");
            else if (!char.IsControl(c) || c == '\t') escaped.Append(c);
        }

        return escaped.ToString();
    }
}
