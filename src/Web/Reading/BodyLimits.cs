namespace Actors.Web.Reading;

/// <summary>Limits of a request body.</summary>
/// <param name="MaxBytes">Maximum size in bytes, after decompression; a larger <c>Content-Length</c> is refused without reading.</param>
/// <param name="MaxDepth">Maximum nesting of arrays and objects.</param>
public sealed record BodyLimits(int MaxBytes, int MaxDepth)
{
    /// <summary>4 MiB, 128 levels: ten times the size of a hundred events with long descriptions.</summary>
    public static BodyLimits Default { get; } = new(4 * 1024 * 1024, 128);
}
