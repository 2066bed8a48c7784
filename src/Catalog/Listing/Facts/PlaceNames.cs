namespace Actors.Catalog.Listing.Facts;

/// <summary>Places as numbers: equal places share one text. Places are only added, so a number means the same for ever.</summary>
internal sealed class PlaceNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private string[] _names = new string[64];

    /// <summary>More than every number that was given.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _numbers.Count;
        }
    }

    /// <summary>The place with a number.</summary>
    public string this[int number] => Volatile.Read(ref _names)[number];

    /// <summary>The number of a place.</summary>
    public int NumberOf(string place)
    {
        lock (_gate)
        {
            if (_numbers.TryGetValue(place, out var known)) return known;
            var number = _numbers.Count;
            if (number == _names.Length) Volatile.Write(ref _names, [.. _names, .. new string[number]]);
            _names[number] = place;
            _numbers.Add(place, number);
            return number;
        }
    }
}
