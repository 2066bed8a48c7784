namespace Actors.Core.Caching;

/// <summary>A value in the shared cache.</summary>
/// <param name="Version">The version it was computed from; the data may be newer.</param>
/// <param name="MadeAt">When its computation began.</param>
/// <param name="Body">The bytes.</param>
public sealed record SharedValue(SharedVersion Version, DateTimeOffset MadeAt, ReadOnlyMemory<byte> Body);
