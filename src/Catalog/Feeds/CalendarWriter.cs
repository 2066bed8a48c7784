using System.Buffers;
using System.Text;

namespace Actors.Catalog.Feeds;

/// <summary>Writes the content lines of an iCalendar file (RFC 5545): escaped, and folded at 75 octets between characters.</summary>
internal sealed class CalendarWriter
{
    private const int MaxLineBytes = 75;
    private readonly ArrayBufferWriter<byte> _file = new();

    /// <summary>The written bytes.</summary>
    public ReadOnlyMemory<byte> File => _file.WrittenMemory;

    /// <summary>Writes a line without escaping its value, which must not have line breaks.</summary>
    public void Line(string name, string value)
    {
        var line = Encoding.UTF8.GetBytes($"{name}:{value}").AsSpan();
        for (var room = MaxLineBytes; line.Length > room; room = MaxLineBytes - 1)
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

    /// <summary>Writes finished lines.</summary>
    public void Write(ReadOnlyMemory<byte> lines) => _file.Write(lines.Span);

    /// <summary>Writes a line with an escaped value.</summary>
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
