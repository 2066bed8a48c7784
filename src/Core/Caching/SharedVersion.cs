namespace Actors.Core.Caching;

/// <summary>The version of the data that a value is computed from.</summary>
/// <param name="Number">Grows with every change, from zero. It may fall when a backup is restored.</param>
/// <param name="Mark">Distinguishes versions with the same number: values with the same key, number and mark are equal.</param>
public readonly record struct SharedVersion(long Number, string Mark);
