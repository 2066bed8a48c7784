using System.Text.Json;
using Actors.Catalog.Posters;
using Actors.Persistence;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Stored documents, which later versions must be able to read.</summary>
public sealed class PosterStateTests
{
    private static readonly DateTimeOffset s_moment = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Posters_are_stored_like_this() => ShouldBeStoredAs(
        new PosterState { Bytes = 12, CreatedAt = s_moment, TouchedAt = s_moment.AddMinutes(1) },
        """{"Bytes":12,"CreatedAt":"2026-03-02T09:00:00+00:00","TouchedAt":"2026-03-02T09:01:00+00:00"}""");

    [Fact]
    public void Sources_are_stored_like_this() => ShouldBeStoredAs(
        new PosterSourceState { Url = "http://example.com/a.jpg", Poster = "x.webp", FetchedAt = s_moment },
        """{"Url":"http://example.com/a.jpg","Poster":"x.webp","FetchedAt":"2026-03-02T09:00:00+00:00"}""");

    [Fact]
    public void Images_are_stored_like_this()
        => ShouldBeStoredAs(new PosterImageState { Poster = "x.webp" }, """{"Poster":"x.webp"}""");

    private static void ShouldBeStoredAs<T>(T state, string document)
    {
        JsonSerializer.Serialize(state, StoredJson.TypeInfo<T>()).ShouldBe(document);
        JsonSerializer.Serialize(JsonSerializer.Deserialize(document, StoredJson.TypeInfo<T>())!, StoredJson.TypeInfo<T>()).ShouldBe(document);
    }
}
