namespace Actors.Hosting.Retry;

/// <summary>
/// A mark on a failure that whoever made the call has dealt with. Further up it says nothing of the call that it ends there: that
/// one ran. The mark crosses silos with the exception.
/// </summary>
internal static class DealtWith
{
    private const string Key = "actors.dealt-with";

    /// <summary>Whether somebody deeper down has had the chance to ask again.</summary>
    public static bool IsDealtWith(this Exception failure) => failure.Data.Contains(Key);

    /// <summary>Sets the mark.</summary>
    public static void SetDealtWith(this Exception failure) => failure.Data[Key] = true;
}
