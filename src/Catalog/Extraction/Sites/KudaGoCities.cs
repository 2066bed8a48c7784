using System.Collections.Frozen;

namespace Actors.Catalog.Extraction.Sites;

/// <summary>The cities of KudaGo by slug, with their names and time zones.</summary>
internal static class KudaGoCities
{
    private sealed record City(string Name, string Zone);

    private static readonly FrozenDictionary<string, City> s_cities = new Dictionary<string, City>(StringComparer.OrdinalIgnoreCase)
    {
        ["msk"] = new("Москва", "Europe/Moscow"),
        ["spb"] = new("Санкт-Петербург", "Europe/Moscow"),
        ["nnv"] = new("Нижний Новгород", "Europe/Moscow"),
        ["kzn"] = new("Казань", "Europe/Moscow"),
        ["krd"] = new("Краснодар", "Europe/Moscow"),
        ["sochi"] = new("Сочи", "Europe/Moscow"),
        ["vbg"] = new("Выборг", "Europe/Moscow"),
        ["smr"] = new("Самара", "Europe/Samara"),
        ["ekb"] = new("Екатеринбург", "Asia/Yekaterinburg"),
        ["ufa"] = new("Уфа", "Asia/Yekaterinburg"),
        ["nsk"] = new("Новосибирск", "Asia/Novosibirsk"),
        ["kev"] = new("Киев", "Europe/Kyiv"),
        ["new-york"] = new("Нью-Йорк", "America/New_York"),
        ["london"] = new("Лондон", "Europe/London"),
        ["krasnoyarsk"] = new("Красноярск", "Asia/Krasnoyarsk"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string? NameOf(string? slug) => Find(slug)?.Name;

    public static TimeZoneInfo? ZoneOf(string? slug) =>
        Find(slug) is { } city && TimeZoneInfo.TryFindSystemTimeZoneById(city.Zone, out var zone) ? zone : null;

    private static City? Find(string? slug) => slug is null ? null : s_cities.GetValueOrDefault(slug);
}
