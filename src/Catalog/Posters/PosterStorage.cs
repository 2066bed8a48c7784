using Actors.Persistence;

namespace Actors.Catalog.Posters;

/// <summary>The tables of the poster grains.</summary>
internal static class PosterStorage
{
    public const string Posters = "posters", Sources = "poster-sources", Images = "poster-images";

    public static readonly RowKind<PosterState> PosterRows = new(
        "posters",
        StoredJson.TypeInfo<PosterState>(),
        new RowColumn<PosterState>("touched_at", ColumnType.Integer, state => state.TouchedAt));

    public static readonly RowKind<PosterSourceState> SourceRows = new("poster_sources", StoredJson.TypeInfo<PosterSourceState>());

    public static readonly RowKind<PosterImageState> ImageRows = new("poster_images", StoredJson.TypeInfo<PosterImageState>());
}
