namespace Orleans.Activations;

/// <summary>What became of a call that asked to run on its caller's thread.</summary>
internal enum InlineRun
{
    /// <summary>It may not, or not now.</summary>
    Refused,

    /// <summary>It has run and is over.</summary>
    Ended,

    /// <summary>Its first turn has run, and it goes on. Its end must be observed, even if it has come by now.</summary>
    Underway,
}
