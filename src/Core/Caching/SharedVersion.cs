namespace Actors.Core.Caching;

/// <summary>What a value is made from.</summary>
/// <param name="Number">Grows with every change, and is not less than zero. It may fall when a backup is put back.</param>
/// <param name="Mark">Tells versions of the same number apart: two values of one key, number and mark are the same.</param>
public readonly record struct SharedVersion(long Number, string Mark);
