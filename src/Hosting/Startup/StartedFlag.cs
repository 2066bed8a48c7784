namespace Actors.Hosting.Startup;

/// <summary>True once the program has started. For code outside dependency injection, such as log filters.</summary>
internal sealed class StartedFlag
{
    private volatile bool _set;

    public bool IsSet => _set;

    public void Set() => _set = true;
}
