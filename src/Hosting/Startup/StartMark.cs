namespace Actors.Hosting.Startup;

/// <summary>Whether the program has started; for code that cannot take part in the start, such as log filters.</summary>
internal sealed class StartMark
{
    private volatile bool _set;

    public bool IsSet => _set;

    public void Set() => _set = true;
}
