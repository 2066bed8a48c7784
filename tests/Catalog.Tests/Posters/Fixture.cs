namespace Actors.Catalog.Tests.Posters;

/// <summary>Small committed pictures of 48×32 with red, green, blue and yellow quadrants.</summary>
internal static class Fixture
{
    public const int Width = 48, Height = 32;

    public static byte[] Bytes(string extension)
        => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Posters", "Fixtures", "quadrants." + extension));

    public static IEnumerable<string> Extensions => ["jpg", "gif", "webp", "bmp"];
}
