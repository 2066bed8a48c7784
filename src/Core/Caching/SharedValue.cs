namespace Actors.Core.Caching;

/// <summary>A value that processes share.</summary>
/// <param name="Version">What the value was made from; its maker defines the text.</param>
/// <param name="MadeAt">When making it began.</param>
/// <param name="Body">The bytes.</param>
public sealed record SharedValue(string Version, DateTimeOffset MadeAt, ReadOnlyMemory<byte> Body);
