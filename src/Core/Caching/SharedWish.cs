namespace Actors.Core.Caching;

/// <summary>Which values of a key will do.</summary>
/// <param name="Version">What they must be made from, or from something newer.</param>
/// <param name="Now">The moment it was asked for.</param>
/// <param name="Keep">How old they may be.</param>
public sealed record SharedWish(SharedVersion Version, DateTimeOffset Now, TimeSpan Keep)
{
    /// <summary>
    /// How long a greater number is taken for something newer. After a backup was put back numbers begin anew at a smaller one, and what was made
    /// before has nothing to do with them.
    /// </summary>
    public static readonly TimeSpan Recent = TimeSpan.FromSeconds(10);

    /// <summary>Whether a value will do.</summary>
    public bool Takes(SharedVersion version, DateTimeOffset madeAt) =>
        version == Version ? Now - madeAt < Keep : version.Number > Version.Number && (Now - madeAt).Duration() <= Recent;
}
