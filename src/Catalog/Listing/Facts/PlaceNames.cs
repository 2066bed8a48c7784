namespace Actors.Catalog.Listing.Facts;

/// <summary>Numbers of places, so that equal places share one string. Places are never removed, so a number keeps its meaning.</summary>
internal sealed class PlaceNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private string[] _names = new string[64];

    /// <summary>One more than the highest number.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _numbers.Count;
        }
    }

    public string this[int number] => Volatile.Read(ref _names)[number];

    /// <summary>The number of a place; a new place gets the next one.</summary>
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
