namespace Actors.Plumbing.Http;

/// <summary>How much of a body is read.</summary>
/// <param name="MaxBytes">Bytes received, and bytes after decompression: each is held to this.</param>
/// <param name="MaxDepth">Nesting of arrays and objects.</param>
public sealed record BodyLimits(int MaxBytes, int MaxDepth)
{
    /// <summary>4 MiB, 128 levels: a hundred events with long descriptions take a tenth of it.</summary>
    public static BodyLimits Default { get; } = new(4 * 1024 * 1024, 128);
}
