namespace Actors.Accounts.SignIn.Guesses;

/// <summary>
/// The attempts that networks the account does not know share. Exact: no minute, wherever it begins, holds more failed attempts than there are turns.
/// A turn is taken before the password is looked at, so attempts at once are counted too, and given back by an attempt that succeeds.
/// </summary>
/// <param name="most">How many there are.</param>
/// <param name="window">In how much time.</param>
/// <param name="after">Turns are numbered from the next number on.</param>
internal sealed class StrangersTurns(int most, TimeSpan window, long after = 0)
{
    private readonly Queue<(long Turn, TimeSpan At)> _taken = new(most);
    private long _last = after;

    /// <summary>Takes a turn; null when there is none.</summary>
    public long? Take(TimeSpan now)
    {
        while (_taken.TryPeek(out var oldest) && now - oldest.At >= window) _taken.Dequeue();
        if (_taken.Count >= most) return null;
        _taken.Enqueue((++_last, now));
        return _last;
    }

    /// <summary>Gives a turn back.</summary>
    public void GiveBack(long turn)
    {
        for (var left = _taken.Count; left > 0; left--)
        {
            var next = _taken.Dequeue();
            if (next.Turn != turn) _taken.Enqueue(next);
        }
    }
}
