namespace Actors.Catalog.Adapters.Gd;

/// <summary>gd's pixel: 7 bits of alpha, where 127 lets everything through, then red, green and blue.</summary>
internal static class GdColour
{
    public const int Nothing = 127 << 24;
    public const int RgbMask = 0xFFFFFF;
}
