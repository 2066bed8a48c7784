using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>Reads one entry of the file of sources.</summary>
internal static class SourceReader
{
    private const int MaxNameLength = 64;

    public static readonly FrozenSet<string> Known = FrozenSet.Create(
        "name", "kind", "url", "page_parameter", "max_pages", "link_selector", "list", "types", "defaults", "timezone", "robots", "environments");

    public static readonly FrozenSet<string> KnownDefaults = FrozenSet.Create("type", "price", "place", "genre", "image");

    /// <summary>The source; null if problems were added.</summary>
    public static SourceSettings? Read(JsonElement element, string where, Func<string, string?> setting, ImmutableArray<string>.Builder problems)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{where}: must be an object.");
            return null;
        }
        var before = problems.Count;
        var fields = new SourceFields(element, where, problems);
        fields.RefuseUnknown(Known, "");
        var defaults = fields.Object("defaults");
        defaults.RefuseUnknown(KnownDefaults, "defaults.");
        var kind = fields.OneOf<SourceKind>("kind");
        var source = new SourceSettings
        {
            Name = Name(fields),
            Kind = kind,
            Url = Url(fields, setting),
            PageParameter = fields.Text("page_parameter"),
            MaxPages = (int)(fields.Whole("max_pages", 1, SourceSettings.PagesLimit) ?? SourceSettings.DefaultPages),
            LinkSelector = fields.Selector("link_selector"),
            List = ListRuleReader.Read(fields, kind),
            Types = fields.Types("types"),
            DefaultType = defaults.EventType("type"),
            DefaultPrice = defaults.Whole("price", 0, 1_000_000_000),
            DefaultPlace = defaults.Text("place"),
            DefaultGenre = defaults.Text("genre"),
            DefaultImage = defaults.Address("image", null),
            Zone = fields.Zone("timezone"),
            AsksRobots = fields.Boolean("robots") ?? true,
            Environments = fields.Texts("environments"),
        };
        return problems.Count == before ? source : null;
    }

    private static string Name(SourceFields fields)
    {
        var name = fields.Required("name");
        if (name.Length > MaxNameLength || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            fields.Problem("name", $"must be at most {MaxNameLength} letters, digits, '-', '_' or '.'");
        return name;
    }

    private static string Url(SourceFields fields, Func<string, string?> setting) =>
        fields.Required("url").Length == 0 ? "" : fields.Address("url", setting) ?? "";
}
