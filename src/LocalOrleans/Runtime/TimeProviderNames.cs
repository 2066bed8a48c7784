namespace Orleans.Runtime;

/// <summary>Keys under which parts of the runtime look for a clock of their own before they take the host's.</summary>
public static class TimeProviderNames
{
    /// <summary>Grain timers.</summary>
    public const string Grains = "Orleans.Grains";

    /// <summary>Time-outs of calls.</summary>
    public const string Messaging = "Orleans.Messaging";

    /// <summary>Collection of idle activations.</summary>
    public const string ActivationManagement = "Orleans.ActivationManagement";
}
