using System.Globalization;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>Texts of refusals, as callers read them after "image_download_failed".</summary>
internal static class ImageRefusalText
{
    public static string Of(ImageRefusal refusal) => refusal switch
    {
        ImageRefusal.NotAnImage => "not a JPEG, PNG, GIF, WebP or BMP image",
        ImageRefusal.TooManyBytes => Text($"image is larger than {PosterLimits.MaxBytes / 1024 / 1024} MiB"),
        ImageRefusal.TooManyPixels => Text($"image has more than {PosterLimits.MaxPixels / 1_000_000} megapixels or a side above {PosterLimits.MaxSide} px"),
        ImageRefusal.TooManyFrames => Text($"animation has more than {PosterLimits.MaxFrames} frames"),
        ImageRefusal.TooCostly => "image would take too much memory or time to decode",
        ImageRefusal.Truncated => "image is truncated",
        ImageRefusal.Unsupported => "image variant is not supported",
        _ => "image is broken",
    };

    /// <summary>The refusal as a metric label.</summary>
    public static string Label(ImageRefusal refusal) => refusal switch
    {
        ImageRefusal.NotAnImage => "not_an_image",
        ImageRefusal.TooManyBytes => "too_many_bytes",
        ImageRefusal.TooManyPixels => "too_many_pixels",
        ImageRefusal.TooManyFrames => "too_many_frames",
        ImageRefusal.TooCostly => "too_costly",
        ImageRefusal.Truncated => "truncated",
        ImageRefusal.Unsupported => "unsupported",
        _ => "broken",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
