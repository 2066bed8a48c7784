namespace Orleans.Activations;

/// <summary>The life of an activation, in this order.</summary>
internal enum ActivationState : byte
{
    /// <summary>The grain is being made; calls wait.</summary>
    Activating,

    /// <summary>Calls run.</summary>
    Valid,

    /// <summary>Running calls end; new calls wait for the next activation.</summary>
    Deactivating,

    /// <summary>Gone; the directory no longer knows it.</summary>
    Invalid,
}
