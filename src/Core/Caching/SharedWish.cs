namespace Actors.Core.Caching;

/// <summary>The version and age of values that a caller accepts.</summary>
/// <param name="Version">The required version.</param>
/// <param name="Now">The time of the request.</param>
/// <param name="Keep">The maximum age.</param>
public sealed record SharedWish(SharedVersion Version, DateTimeOffset Now, TimeSpan Keep)
{
    /// <summary>
    /// The maximum age of a value whose number is greater than required. After a backup is restored, numbers restart at a smaller one; older values
    /// with greater numbers must not be used then.
    /// </summary>
    public static readonly TimeSpan Recent = TimeSpan.FromSeconds(10);

    /// <summary>True if the caller accepts a value.</summary>
    public bool Takes(SharedVersion version, DateTimeOffset madeAt) =>
        version == Version ? Now - madeAt < Keep : version.Number > Version.Number && (Now - madeAt).Duration() <= Recent;
}
