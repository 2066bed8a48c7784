namespace Actors.Catalog.Extraction;

/// <summary>Reads prices in prose, Russian or English: "от 400.00 рублей", "$35", "500–1 000 ₽", "вход свободный".</summary>
internal static class PriceText
{
    private const int MaxLength = 2_000;

    private static readonly (string Sign, string Code)[] s_currencies =
    [
        ("₽", "RUB"), ("руб", "RUB"), ("RUR", "RUB"), ("RUB", "RUB"), ("р.", "RUB"), ("$", "USD"), ("USD", "USD"),
        ("€", "EUR"), ("EUR", "EUR"), ("£", "GBP"), ("GBP", "GBP"), ("₸", "KZT"), ("тенге", "KZT"), ("₴", "UAH"), ("грн", "UAH"),
    ];

    private static readonly string[] s_freeWords = ["бесплатн", "свободн", "free", "kostenlos", "gratis"];

    public static PriceRange Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
            return PriceRange.Unknown;
        var prices = PriceNumbers.In(text);
        var currency = CurrencyOf(text);
        if (prices.Count == 0)
            return s_freeWords.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)) ? PriceRange.Free with { Currency = currency } : PriceRange.Unknown;
        if (prices is [{ UpTo: true } only])
            return new(null, only.Value, currency);
        var (min, max) = (prices.Min(p => p.Value), prices.Max(p => p.Value));
        return new(min, max > min ? max : null, currency);
    }

    public static string? CurrencyOf(string text) =>
        s_currencies.FirstOrDefault(c => text.Contains(c.Sign, StringComparison.OrdinalIgnoreCase)).Code;
}
