namespace Orleans.Runtime;

/// <summary>Stages of an activation.</summary>
public static class GrainLifecycleStage
{
    /// <summary>First of all.</summary>
    public const int First = int.MinValue;

    /// <summary>State is read.</summary>
    public const int SetupState = 1000;

    /// <summary>The grain's own activation.</summary>
    public const int Activate = 2000;

    /// <summary>Last of all.</summary>
    public const int Last = int.MaxValue;
}
