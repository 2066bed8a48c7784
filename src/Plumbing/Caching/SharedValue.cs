namespace Actors.Plumbing.Caching;

/// <summary>A value that processes share.</summary>
/// <param name="Version">What it was made from: two values of one key and version are the same.</param>
/// <param name="MadeAt">When whoever made it began to.</param>
/// <param name="Body">The value.</param>
public sealed record SharedValue(string Version, DateTimeOffset MadeAt, ReadOnlyMemory<byte> Body);
