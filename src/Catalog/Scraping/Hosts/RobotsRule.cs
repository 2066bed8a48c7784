namespace Actors.Catalog.Scraping.Hosts;

/// <summary>One Allow or Disallow line.</summary>
internal sealed class RobotsRule
{
    private readonly string[] _parts;
    private readonly bool _toTheEnd;

    /// <param name="allows">True for Allow.</param>
    /// <param name="value">The line's value, one character an octet.</param>
    public RobotsRule(bool allows, string value)
    {
        var pattern = RobotsPath.OfRule(value);
        Allows = allows;
        Length = pattern.Length;
        _toTheEnd = pattern.EndsWith('$');
        _parts = (_toTheEnd ? pattern[..^1] : pattern).Split('*');
    }

    public bool Allows { get; }

    /// <summary>Octets of the rule: the longer one is the more specific one.</summary>
    public int Length { get; }

    /// <summary>True when the rule speaks of this path, which must be normalized.</summary>
    public bool Matches(string path)
    {
        if (!path.StartsWith(_parts[0], StringComparison.Ordinal))
            return false;
        var at = _parts[0].Length;
        if (_parts.Length == 1)
            return !_toTheEnd || at == path.Length;
        // What stands between two stars is taken where it comes first, which leaves the most for the rest.
        foreach (var part in _parts.AsSpan(1, _parts.Length - 2))
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Length;
        }
        return EndsWith(path, at);
    }

    private bool EndsWith(string path, int at) => _toTheEnd
        ? path.Length - at >= _parts[^1].Length && path.EndsWith(_parts[^1], StringComparison.Ordinal)
        : path.IndexOf(_parts[^1], at, StringComparison.Ordinal) >= 0;
}
