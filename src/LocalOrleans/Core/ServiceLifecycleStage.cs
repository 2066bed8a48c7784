namespace Orleans;

/// <summary>The stages in which the runtime starts, in this order; it stops in the opposite one.</summary>
public static class ServiceLifecycleStage
{
    /// <summary>First of all.</summary>
    public const int First = int.MinValue;

    /// <summary>The runtime itself.</summary>
    public const int RuntimeInitialize = 2000;

    /// <summary>Services of the runtime.</summary>
    public const int RuntimeServices = RuntimeInitialize + 2000;

    /// <summary>Storage that the runtime needs.</summary>
    public const int RuntimeStorageServices = RuntimeServices + 2000;

    /// <summary>Grain services such as reminders.</summary>
    public const int RuntimeGrainServices = RuntimeStorageServices + 2000;

    /// <summary>Services of the application, storage providers among them.</summary>
    public const int ApplicationServices = 10000;

    /// <summary>Just before calls are taken.</summary>
    public const int BecomeActive = Active - 1;

    /// <summary>Calls are taken.</summary>
    public const int Active = 20000;

    /// <summary>Last of all.</summary>
    public const int Last = int.MaxValue;
}
