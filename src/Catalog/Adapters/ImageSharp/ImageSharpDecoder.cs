using Actors.Catalog.Rules.Posters;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Bmp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;

namespace Actors.Catalog.Adapters.ImageSharp;

/// <summary>Bytes to pixels, with the one decoder of the format that the sniffer saw: a file that is two things at once is only that one.</summary>
internal static class ImageSharpDecoder
{
    /// <summary>Most memory kept for the next picture, megabytes.</summary>
    private const int KeptMegabytes = 32;

    private static readonly MemoryAllocator s_memory = MemoryAllocator.Create(new MemoryAllocatorOptions
    {
        AllocationLimitMegabytes = (int)(PosterLimits.MaxDecodeBytes >> 20),
        MaximumPoolSizeMegabytes = KeptMegabytes,
    });

    private static readonly Dictionary<ImageFormat, DecoderOptions> s_options = new()
    {
        [ImageFormat.Jpeg] = Only(new JpegConfigurationModule()),
        [ImageFormat.Png] = Only(new PngConfigurationModule()),
        [ImageFormat.Gif] = Only(new GifConfigurationModule()),
        [ImageFormat.WebP] = Only(new WebpConfigurationModule()),
        [ImageFormat.Bmp] = Only(new BmpConfigurationModule()),
    };

    /// <summary>The first frame, without metadata.</summary>
    public static Image<Rgba32> Decode(ImageFormat format, ReadOnlySpan<byte> bytes) => Image.Load<Rgba32>(s_options[format], bytes);

    // One thread a picture, since the workers already are one a core.
    private static DecoderOptions Only(IImageFormatConfigurationModule format) => new()
    {
        Configuration = new Configuration(format) { MemoryAllocator = s_memory, MaxDegreeOfParallelism = 1 },
        MaxFrames = 1,
        SkipMetadata = true,
    };
}
