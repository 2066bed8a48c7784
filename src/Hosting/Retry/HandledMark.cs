namespace Actors.Hosting.Retry;

/// <summary>
/// Marks an exception whose retry was already considered. Callers further up must not repeat their own calls because of it: those calls ran.
/// The mark crosses silos with the exception.
/// </summary>
internal static class HandledMark
{
    private const string Key = "actors.dealt-with";

    /// <summary>True if a caller further down has considered a retry.</summary>
    public static bool IsMarkedHandled(this Exception failure) => failure.Data.Contains(Key);

    public static void MarkHandled(this Exception failure) => failure.Data[Key] = true;
}
