namespace Actors.Catalog.Extraction.Encodings;

/// <summary>Reads the tags and attributes of a text in order, as the prescan of the HTML Standard does.</summary>
internal sealed class TagScanner(string text)
{
    private const string Spaces = "\t\n\f\r ";

    private int _at;

    /// <summary>The name of the next start tag, in lower case; null at the end. Skips comments, end tags and declarations.</summary>
    public string? NextTag()
    {
        while ((_at = text.IndexOf('<', Math.Min(_at, text.Length))) >= 0 && _at + 1 < text.Length)
        {
            var next = text[_at + 1];
            if (text.AsSpan(_at).StartsWith("<!--", StringComparison.Ordinal))
                SkipPast("-->", _at + 2);
            else if (next is '!' or '?')
                SkipPast(">", _at);
            else if (next == '/' && _at + 2 < text.Length && char.IsAsciiLetter(text[_at + 2]))
                SkipEndTag();
            else if (next == '/')
                SkipPast(">", _at);
            else if (char.IsAsciiLetter(next))
                return Name();
            else
                _at++;
        }
        _at = text.Length;
        return null;
    }

    public void SkipAttributes()
    {
        while (NextAttribute() is not null)
        {
        }
    }

    /// <summary>Moves to the end tag of an element that contains only text.</summary>
    public void SkipText(string name)
    {
        var end = text.IndexOf("</" + name, Math.Min(_at, text.Length), StringComparison.OrdinalIgnoreCase);
        _at = end < 0 ? text.Length : end;
    }

    /// <summary>The next attribute of the current tag, its name in lower case; null at the tag's end.</summary>
    public (string Name, string Value)? NextAttribute()
    {
        SkipAny(Spaces + "/");
        if (_at >= text.Length || text[_at] == '>')
            return null;
        var start = _at;
        do
            _at++;
        while (_at < text.Length && text[_at] != '=' && !Ends(text[_at]) && text[_at] != '/');
        var name = text[start.._at].ToLowerInvariant();
        SkipAny(Spaces);
        if (_at >= text.Length || text[_at] != '=')
            return (name, "");
        _at++;
        SkipAny(Spaces);
        return (name, Value());
    }

    private string Value()
    {
        if (_at >= text.Length)
            return "";
        if (text[_at] is not (var quote and ('"' or '\'')))
        {
            var start = _at;
            while (_at < text.Length && !Ends(text[_at]))
                _at++;
            return text[start.._at];
        }
        var end = text.IndexOf(quote, _at + 1);
        var value = end < 0 ? "" : text[(_at + 1)..end];
        _at = end < 0 ? text.Length : end + 1;
        return value;
    }

    private string Name()
    {
        var start = ++_at;
        while (_at < text.Length && !Ends(text[_at]) && text[_at] != '/')
            _at++;
        return text[start.._at].ToLowerInvariant();
    }

    private void SkipEndTag()
    {
        _at++;
        Name();
        SkipAttributes();
    }

    private void SkipPast(string mark, int from)
    {
        var end = text.IndexOf(mark, from, StringComparison.Ordinal);
        _at = end < 0 ? text.Length : end + mark.Length;
    }

    private void SkipAny(string characters)
    {
        while (_at < text.Length && characters.Contains(text[_at], StringComparison.Ordinal))
            _at++;
    }

    private static bool Ends(char c) => c == '>' || Spaces.Contains(c, StringComparison.Ordinal);
}
