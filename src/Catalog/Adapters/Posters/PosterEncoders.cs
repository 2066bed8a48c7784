using Actors.Catalog.Adapters.Gd;
using Actors.Catalog.Ports;

namespace Actors.Catalog.Adapters.Posters;

/// <summary>Each build has an encoder of its own: libgd the single-process one, ImageSharp that of the cluster.</summary>
internal static class PosterEncoders
{
    public static IPosterEncoder Create() => new GdPosterEncoder();

    /// <summary>What the encoder lacks on this machine and how to install it; null when all is well.</summary>
    public static string? Problem() => GdLibrary.Problem();
}
