namespace Orleans;

/// <summary>Kinds of reasons for the end of an activation.</summary>
public enum DeactivationReasonCode : byte
{
    /// <summary>No reason given.</summary>
    None,

    /// <summary>The process stops.</summary>
    ShuttingDown,

    /// <summary>Activation failed.</summary>
    ActivationFailed,

    /// <summary>The grain directory failed.</summary>
    DirectoryFailure,

    /// <summary>Nobody called for the collection age.</summary>
    ActivationIdle,

    /// <summary>The activation does not answer.</summary>
    ActivationUnresponsive,

    /// <summary>There is another activation of the same id.</summary>
    DuplicateActivation,

    /// <summary>A request does not fit the activation.</summary>
    IncompatibleRequest,

    /// <summary>The grain's code failed in a way that spoils its state.</summary>
    ApplicationError,

    /// <summary>The grain asked for it.</summary>
    ApplicationRequested,

    /// <summary>The activation moves elsewhere.</summary>
    Migrating,

    /// <summary>The runtime asked for it.</summary>
    RuntimeRequested,

    /// <summary>Memory is short.</summary>
    HighMemoryPressure,
}
