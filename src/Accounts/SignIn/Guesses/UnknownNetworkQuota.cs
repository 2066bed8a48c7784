namespace Actors.Accounts.SignIn.Guesses;

/// <summary>
/// The attempts that all unknown networks share. No period of the window's length contains more failed attempts than permits. A permit is taken
/// before the password check, so parallel attempts count, and is returned after a success.
/// </summary>
/// <param name="max">The number of permits.</param>
/// <param name="window">The period.</param>
/// <param name="after">Permits are numbered from the next number on.</param>
internal sealed class UnknownNetworkQuota(int max, TimeSpan window, long after = 0)
{
    private readonly Queue<(long Turn, TimeSpan At)> _taken = new(max);
    private long _last = after;

    /// <summary>Takes a permit; null if there is none.</summary>
    public long? Take(TimeSpan now)
    {
        while (_taken.TryPeek(out var oldest) && now - oldest.At >= window) _taken.Dequeue();
        if (_taken.Count >= max) return null;
        _taken.Enqueue((++_last, now));
        return _last;
    }

    /// <summary>Returns a permit.</summary>
    public void Return(long turn)
    {
        for (var left = _taken.Count; left > 0; left--)
        {
            var next = _taken.Dequeue();
            if (next.Turn != turn) _taken.Enqueue(next);
        }
    }
}
