using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Duplicates.Matching;

public sealed class TitleSimilarityTests(ITestOutputHelper output)
{
    private const int High = 700, Low = 300;

    [Theory]
    [InlineData("Щелкунчик", "ЩЕЛКУНЧИК!", 1000)]
    [InlineData("Ёлка у Ёжика", "Елка у ежика", 1000)]
    [InlineData("«Щелкунчик»", "Shchelkunchik", 1000)]
    [InlineData("Metallica", "Металлика", High)]
    [InlineData("Концерт Земфиры", "Koncert Zemfiry", High)]
    [InlineData("Концерт Земфиры", "Концерты Земфира", 1000)]
    [InlineData("Земфира", "Большой сольный концерт Земфиры", 500)]
    [InlineData("Лекция 1", "Лекция I", 1000)]
    [InlineData("Лекция вторая", "Вторая лекция", 1000)]
    [InlineData("День 1", "1 день", 1000)]
    [InlineData("1984", "1984", 1000)]
    [InlineData("東京", "東京", 1000)]
    public void Spellings_of_one_title_are_similar(string one, string other, int atLeast) => Of(one, other).ShouldBeGreaterThanOrEqualTo(atLeast);

    [Theory]
    [InlineData("Лекция 1", "Лекция 2")]
    [InlineData("Лекция первая", "Лекция вторая")]
    [InlineData("Концерт №5", "Концерт №6")]
    [InlineData("Гамлет", "Щелкунчик")]
    [InlineData("", "Щелкунчик")]
    [InlineData("!!!", "???")]
    [InlineData("1984", "1985")]
    [InlineData("Сезон2", "Сезон 3")]
    [InlineData("Лекция 1-я", "Лекция 2-я")]
    public void Different_titles_and_numbers_are_not_similar(string one, string other) => Of(one, other).ShouldBeLessThan(Low);

    [Fact]
    public void Number_in_one_title_matters_little()
    {
        Of("Новый год 2026", "Новый год").ShouldBeInRange(High, 999);
        Of("Новый год 2026", "Новый год").ShouldBeGreaterThan(Of("Новый год 2026", "Новый год 2027"));
    }

    [Theory]
    [InlineData('а')]
    [InlineData(' ')]
    [InlineData('9')]
    [InlineData('\u0301')]
    [InlineData('\ud800')]
    [InlineData('\ufdfa')] // one character that becomes eighteen when folded
    public void Long_titles_are_compared_fast(char c)
    {
        var title = new string(c, 10_000);
        Of(title, title);
        var cost = new ThreadTime();

        Of(title, title + "x");
        VenueKey.Of(title);

        output.WriteLine($"{cost.Elapsed.TotalMilliseconds:0.0} ms");
        cost.Elapsed.ShouldBeLessThan(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void Venue_key_ignores_case_and_punctuation()
    {
        VenueKey.Of("Клуб «Ёлка», зал 1").ShouldBe(VenueKey.Of("клуб \"елка\" (Зал 1)"));
        VenueKey.Of("Клуб «Ёлка», зал 2").ShouldNotBe(VenueKey.Of("Клуб «Ёлка», зал 1"));
        VenueKey.Of(" — ").ShouldBe(VenueKey.None);
        VenueKey.Of("Главная сцена").ShouldBe(GoldenKey, "it is stored");
    }

    private const long GoldenKey = -1927263931696047068;

    private static int Of(string one, string other) => TitleSimilarity.Of(TitleKey.Of(one), TitleKey.Of(other));
}
