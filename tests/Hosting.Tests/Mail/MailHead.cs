using System.Text;
using System.Text.RegularExpressions;

namespace Actors.Hosting.Tests.Mail;

/// <summary>What a mail program would show of a letter in one part.</summary>
internal sealed class MailHead
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _body;

    public MailHead(string message)
    {
        var parts = message.ReplaceLineEndings("\n").Split("\n\n", 2);
        foreach (var line in Regex.Replace(parts[0], "\n[ \t]+", " ").Split('\n'))
        {
            _headers.Add(line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        }

        _body = parts[1];
    }

    public string this[string header] => _headers[header];

    public IEnumerable<string> Names => _headers.Keys;

    public string Subject => string.Concat(
        this["Subject"].Split(' ').Select(word => Encoding.UTF8.GetString(Convert.FromBase64String(Regex.Match(word, @"^=\?utf-8\?B\?(.*)\?=$").Groups[1].Value))));

    public string Text => this["Content-Transfer-Encoding"] == "base64" ? Encoding.UTF8.GetString(Convert.FromBase64String(_body)) : _body;
}
