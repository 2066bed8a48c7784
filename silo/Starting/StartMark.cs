namespace Actors.Silo.Starting;

/// <summary>Whether the program has started, for whoever must know without being part of it.</summary>
internal sealed class StartMark
{
    private volatile bool _set;

    public bool IsSet => _set;

    public void Set() => _set = true;
}
