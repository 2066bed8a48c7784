namespace Actors.Core.Caching;

/// <summary>A value that processes share.</summary>
/// <param name="Version">What it was made from, or from something newer.</param>
/// <param name="MadeAt">When whoever made it began to.</param>
/// <param name="Body">The value.</param>
public sealed record SharedValue(SharedVersion Version, DateTimeOffset MadeAt, ReadOnlyMemory<byte> Body);
