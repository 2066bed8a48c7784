using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Actors.Catalog.Extraction.Lists;

/// <summary>Describes how a page without semantic markup lists its events.</summary>
/// <param name="Item">CSS selector of one event or session.</param>
/// <param name="JsonHtml">The field of a JSON body that contains the page; null if the body is the page.</param>
/// <param name="Fields">Alternatives for each field; the first that gives a text is used.</param>
internal sealed record ListRule(string Item, string? JsonHtml, FrozenDictionary<string, ImmutableArray<FieldRule>> Fields)
{
    public const string Title = "title", Date = "date", Month = "month", Time = "time", EndTime = "end_time", Place = "place", Address = "address",
        City = "city", Price = "price", Image = "image", Url = "url", Description = "description", Genre = "genre", Age = "age", Type = "type", Next = "next";

    /// <summary>All field names.</summary>
    public static readonly ImmutableArray<string> Known =
        [Title, Date, Month, Time, EndTime, Place, Address, City, Price, Image, Url, Description, Genre, Age, Type, Next];

    public ImmutableArray<FieldRule> Of(string field) => Fields.TryGetValue(field, out var rules) ? rules : [];
}
