using System.Collections.Concurrent;

namespace Actors.Catalog.Listing.Views;

/// <summary>Answers from one snapshot, for who asks the same again: the last few. They go with the snapshot, when any event changes.</summary>
internal sealed class ViewAnswers
{
    /// <summary>Most answers in each half.</summary>
    private const int MostAnswers = 128;

    /// <summary>Most bytes of bodies and of what was asked for in each half; larger bodies are not kept.</summary>
    private const long MostBytes = 2 << 20;

    private readonly Lock _gate = new();
    private ConcurrentDictionary<ViewKey, ViewAnswer> _young = [];
    private ConcurrentDictionary<ViewKey, ViewAnswer> _old = [];
    private long _bytes;

    /// <summary>The answer that was given, or null.</summary>
    public ViewAnswer? Find(ViewKey key)
    {
        if (_young.TryGetValue(key, out var found)) return found;
        if (!_old.TryGetValue(key, out found)) return null;
        Keep(key, found);
        return found;
    }

    /// <summary>Keeps an answer; when a half is full, those that nobody asked for since it was begun go.</summary>
    public void Keep(ViewKey key, ViewAnswer answer)
    {
        var bytes = BytesOf(key, answer);
        if (bytes > MostBytes / 2) return;
        lock (_gate)
        {
            var before = _young.GetValueOrDefault(key);
            if (before is not null) bytes -= BytesOf(key, before);
            if ((before is null && _young.Count >= MostAnswers) || _bytes + bytes > MostBytes)
                (_old, _young, _bytes, bytes) = (_young, [], 0, BytesOf(key, answer));
            _young[key] = answer;
            _bytes += bytes;
        }
    }

    private static long BytesOf(ViewKey key, ViewAnswer answer) => key.Bytes + answer.Body.Length;
}
