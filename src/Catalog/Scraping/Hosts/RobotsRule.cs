namespace Actors.Catalog.Scraping.Hosts;

/// <summary>An Allow or Disallow rule.</summary>
internal sealed class RobotsRule
{
    private readonly string[] _parts;
    private readonly bool _isAnchored;

    /// <param name="allows">True for Allow.</param>
    /// <param name="value">The value of the line, one character per octet.</param>
    public RobotsRule(bool allows, string value)
    {
        var pattern = RobotsPath.OfRule(value);
        Allows = allows;
        Length = pattern.Length;
        _isAnchored = pattern.EndsWith('$');
        _parts = (_isAnchored ? pattern[..^1] : pattern).Split('*');
    }

    public bool Allows { get; }

    /// <summary>The number of octets. A longer rule is more specific.</summary>
    public int Length { get; }

    /// <summary>Whether the rule matches a normalised path.</summary>
    public bool Matches(string path)
    {
        if (!path.StartsWith(_parts[0], StringComparison.Ordinal))
            return false;
        var at = _parts[0].Length;
        if (_parts.Length == 1)
            return !_isAnchored || at == path.Length;
        // The first match between two wildcards leaves the most text for the rest.
        foreach (var part in _parts.AsSpan(1, _parts.Length - 2))
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Length;
        }
        return EndsWith(path, at);
    }

    private bool EndsWith(string path, int at) => _isAnchored
        ? path.Length - at >= _parts[^1].Length && path.EndsWith(_parts[^1], StringComparison.Ordinal)
        : path.IndexOf(_parts[^1], at, StringComparison.Ordinal) >= 0;
}
