namespace Actors.Web.Reading;

/// <summary>How much of a body is read.</summary>
/// <param name="MaxBytes">Bytes of the body, counted after decompression; a longer <c>Content-Length</c> is refused unread.</param>
/// <param name="MaxDepth">Nesting of arrays and objects.</param>
public sealed record BodyLimits(int MaxBytes, int MaxDepth)
{
    /// <summary>4 MiB, 128 levels: a hundred events with long descriptions take a tenth of it.</summary>
    public static BodyLimits Default { get; } = new(4 * 1024 * 1024, 128);
}
