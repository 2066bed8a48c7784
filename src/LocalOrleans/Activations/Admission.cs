namespace Orleans.Activations;

/// <summary>What became of a request that was offered to an activation.</summary>
internal enum Admission
{
    /// <summary>It runs or waits here.</summary>
    Accepted,

    /// <summary>The activation is gone: ask the directory again.</summary>
    Gone,

    /// <summary>The activation could not be made.</summary>
    Failed,
}
